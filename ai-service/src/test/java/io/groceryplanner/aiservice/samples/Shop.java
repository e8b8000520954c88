package io.groceryplanner.aiservice.samples;

import java.util.List;

/**
 * An invented grocery shop.
 *
 * @param name the name its receipts carry
 * @param header the lines under the name
 * @param footer the lines at the end
 * @param money how it writes amounts
 * @param taxes its tax classes
 * @param products what it sells
 * @param discountLabels texts of its discount lines
 * @param depositLabel text of its deposit lines
 * @param printsSubtotal whether its receipts have a subtotal
 * @param printsTax whether its receipts state the tax
 * @param till how its receipts are laid out
 */
record Shop(
    String name,
    List<String> header,
    List<String> footer,
    Money money,
    Taxes taxes,
    List<Product> products,
    List<String> discountLabels,
    String depositLabel,
    boolean printsSubtotal,
    boolean printsTax,
    Till till) {}
