package io.groceryplanner.base.ui;

/**
 * The one thing people do most, raised in the middle of the phone's bar; a feature offers it as a
 * bean.
 *
 * @param path where it leads, such as {@code receipts?scan}
 * @param labelKey the message key of its label
 */
public record QuickAction(String path, String labelKey, Symbol symbol) {}
