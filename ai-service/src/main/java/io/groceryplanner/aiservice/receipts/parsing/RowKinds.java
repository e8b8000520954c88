package io.groceryplanner.aiservice.receipts.parsing;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells rows apart by their words, in English and German and the Malay of Malaysian tills. */
final class RowKinds {

  private static final Phrases TAX_TABLE =
      Phrases.of(
          "gst summary",
          "tax summary",
          "sst summary",
          "vat rate",
          "vat summary",
          "mwst netto",
          "netto steuer",
          "netto mwst",
          "steuer brutto",
          "mwst brutto",
          "netto brutto",
          "gst analysis",
          "tax analysis",
          "gst rate",
          "tax code amount",
          "tax rate",
          "goods vat",
          "vat analysis",
          "tax type",
          "steuersatz");
  private static final Phrases SUMMARY = Phrases.of("summary", "gstsummary", "analysis");
  private static final Phrases SERVICE =
      Phrases.of(
          "service charge",
          "serv charge",
          "svc chg",
          "srv chg",
          "svr tax",
          "service tax",
          "svc charge");
  private static final Phrases COUNT =
      Phrases.of(
          "total item s",
          "total qty",
          "totalqty",
          "total quantity",
          "item count",
          "items sold",
          "no of item",
          "no of items",
          "number of items",
          "total item",
          "total items",
          "anzahl artikel",
          "item qty",
          "qty item",
          "items count",
          "item total qty",
          "posten",
          "total pcs",
          "anzahl",
          "artikelanzahl",
          "qty total",
          "total no of items",
          "no items");
  private static final Pattern ITEMS =
      Pattern.compile(
          "^\\W*item\\s?\\(s\\)?\\W+\\d|^\\W*items?\\s?:?\\s\\d+\\s*$", Pattern.CASE_INSENSITIVE);
  private static final Phrases ROUNDING =
      Phrases.of(
          "rounding",
          "rounding adj",
          "rounding adjustment",
          "round adj",
          "rounding adjust",
          "rundung",
          "pelarasan",
          "rnd adj",
          "cash rounding");
  private static final Phrases ROUNDED =
      Phrases.of(
          "rounded total",
          "total after rounding",
          "after rounding",
          "total rounded",
          "total payable",
          "total due",
          "amount due",
          "balance due",
          "amount payable",
          "to pay",
          "grand total",
          "net total",
          "nett total",
          "total inclusive",
          "total incl",
          "net amt",
          "nett",
          "inclusive gst",
          "inclusive of gst",
          "total amount due",
          "total includes",
          "total after adj",
          "total with gst",
          "total inc gst",
          "zu zahlen",
          "zahlen euro",
          "endbetrag",
          "gesamtbetrag",
          "gesamtsumme",
          "rechnungsbetrag",
          "total amt payable",
          "bill total",
          "total incl gst",
          "total sales inclusive",
          "amount to pay",
          "jumlah besar",
          "net amount",
          "sum total",
          "total bill",
          "total sales incl",
          "invoice total",
          "order total");
  private static final Phrases SUM = Phrases.of("summe", "sumne", "sunme", "surme");
  private static final Phrases EXCLUSIVE =
      Phrases.of(
          "supplies",
          "excl",
          "excluding",
          "exclude",
          "excluded",
          "exclusive",
          "before tax",
          "before gst",
          "without gst",
          "w o gst",
          "ex gst",
          "netto",
          "taxable",
          "exc gst",
          "exc");
  private static final Phrases SUBTOTAL =
      Phrases.of(
          "sub total",
          "subtotal",
          "zwischensumme",
          "zw summe",
          "sub ttl",
          "subttl",
          "warenwert",
          "gross total",
          "gross amount",
          "total before");
  private static final Phrases TOTAL =
      Phrases.of(
          "total",
          "total sales",
          "total amount",
          "gesamt",
          "betrag",
          "jumlah",
          "amount",
          "ttl",
          "total rm",
          "totalsales",
          "total amt",
          "gesant",
          "tota1",
          "amt");
  private static final Phrases TAX_WORD =
      Phrases.of(
          "gst",
          "vat",
          "mwst",
          "tax",
          "ust",
          "sst",
          "steuer",
          "service charge",
          "svc chg",
          "mehrwertsteuer",
          "umsatzsteuer",
          "service tax",
          "taxes",
          "hst",
          "pst",
          "serv charge");
  private static final Phrases CHANGE =
      Phrases.of(
          "change",
          "change due",
          "ruckgeld",
          "wechselgeld",
          "change amt",
          "charge amt",
          "zuruck",
          "baki",
          "rueckgeld",
          "change rm",
          "your change");
  private static final Phrases TENDER =
      Phrases.of(
          "accepted",
          "cash",
          "visa",
          "mastercard",
          "master card",
          "credit card",
          "debit card",
          "debit",
          "tendered",
          "tender",
          "girocard",
          "gegeben",
          "geg",
          "bar",
          "kartenzahlung",
          "paid",
          "payment",
          "contactless",
          "ec karte",
          "ec cash",
          "card",
          "maestro",
          "amex",
          "tunai",
          "bargeld",
          "kreditkarte",
          "paypal",
          "apple pay",
          "google pay",
          "mykad",
          "cash tendered",
          "cash received",
          "e wallet",
          "received",
          "barzahlung",
          "vpay",
          "mastercd",
          "payment amount");
  private static final Phrases DISCOUNT =
      Phrases.of(
          "discount",
          "disc",
          "coupon",
          "cpn",
          "saving",
          "savings",
          "rabatt",
          "nachlass",
          "aktion",
          "gutschein",
          "promo",
          "promotion",
          "price drop",
          "member price",
          "sale",
          "offer",
          "aktionsnachlass",
          "preisvorteil",
          "markdown",
          "less",
          "reduced",
          "clubcard",
          "nectar price",
          "multibuy",
          "card price",
          "ersparnis",
          "sparen",
          "preisnachlass",
          "voucher",
          "disct",
          "off",
          "hofkarte",
          "treuerabatt",
          "mix match",
          "meal deal",
          "loyalty",
          "instant savings",
          "sofortrabatt",
          "bonus",
          "abzug",
          "reduziert");
  private static final Phrases DEPOSIT =
      Phrases.of(
          "pfand",
          "leergut",
          "deposit",
          "crv",
          "einwegpfand",
          "mehrwegpfand",
          "pfandartikel",
          "bottle dep",
          "ca redemp",
          "pfandbon",
          "pfandruckgabe",
          "pfandeinweg",
          "leergutbon",
          "einweg",
          "mehrweg");
  private static final Phrases META =
      Phrases.of(
          "tel",
          "fax",
          "telephone",
          "phone",
          "telefon",
          "invoice",
          "receipt no",
          "cashier",
          "doc no",
          "gst id",
          "gst no",
          "gst reg",
          "reg no",
          "roc no",
          "co reg",
          "date",
          "datum",
          "uhrzeit",
          "terminal",
          "till",
          "table",
          "member",
          "bon nr",
          "kasse",
          "kassierer",
          "steuernummer",
          "st nr",
          "uid nr",
          "uid",
          "ust idnr",
          "ust id",
          "bediente",
          "salesperson",
          "counter",
          "trans",
          "transaction",
          "document no",
          "bill no",
          "order no",
          "order id",
          "customer",
          "company reg",
          "vat no",
          "vat reg",
          "clerk",
          "served by",
          "server",
          "staff",
          "operator",
          "slip",
          "station",
          "waiter",
          "pax",
          "page",
          "approval code",
          "trace",
          "batch",
          "auth",
          "points",
          "thank you",
          "vielen dank",
          "danke",
          "offnungszeiten",
          "goods sold",
          "store",
          "beleg",
          "filiale",
          "markt",
          "www",
          "http",
          "tse",
          "signatur",
          "seriennummer",
          "trm",
          "csh",
          "receipt",
          "bill date",
          "check no",
          "ref no",
          "tax invoice",
          "cash bill",
          "guest check",
          "uhr",
          "tid",
          "merchant id",
          "aid",
          "card no",
          "closed bill",
          "bill start",
          "txn",
          "trn");
  private static final Set<String> HEADER_WORDS =
      Set.of(
          "item",
          "items",
          "qty",
          "quantity",
          "price",
          "amount",
          "description",
          "desc",
          "total",
          "disc",
          "rm",
          "code",
          "uom",
          "artikel",
          "menge",
          "preis",
          "eur",
          "up",
          "rsp",
          "amt",
          "tax",
          "particulars",
          "product",
          "designation",
          "einzelpreis",
          "gesamt",
          "betrag",
          "unit",
          "sprice",
          "uprice",
          "s",
          "u",
          "rate",
          "bezeichnung",
          "no");
  private static final Phrases CERTAIN_HEADER_WORDS =
      Phrases.of(
          "description",
          "qty",
          "price",
          "amount",
          "particulars",
          "artikel",
          "menge",
          "preis",
          "item",
          "items",
          "einzelpreis",
          "bezeichnung",
          "designation",
          "uprice",
          "amtrm",
          "quantity");
  private static final Pattern WEB = Pattern.compile("\\bwww\\b|\\S+@\\S+\\.|\\.com\\b|\\.de\\b");

  private RowKinds() {}

  static RowKind of(Row row) {
    String text = row.folded();
    boolean priced = !row.amounts().isEmpty();
    if (TAX_TABLE.in(text) || (!priced && SUMMARY.in(text))) {
      return RowKind.TAX_TABLE;
    }
    if (COUNT.in(text) || ITEMS.matcher(row.text()).find()) {
      return RowKind.COUNT;
    }
    if (isHeader(text, priced)) {
      return RowKind.ITEM_HEADER;
    }
    if (priced && SERVICE.in(text)) {
      return RowKind.TAX;
    }
    String start = firstWords(text, 3);
    if (CHANGE.in(start) && !ROUNDED.in(text)) {
      return RowKind.CHANGE;
    }
    boolean exclusive = EXCLUSIVE.inExactly(text);
    if (SUBTOTAL.in(text) || (exclusive && TOTAL.in(text))) {
      return RowKind.SUBTOTAL;
    }
    if (ROUNDED.in(text) || SUM.inExactly(firstWords(text, 3))) {
      return RowKind.FINAL_TOTAL;
    }
    if (ROUNDING.in(text)) {
      return RowKind.ROUNDING;
    }
    if (DEPOSIT.in(text)) {
      return RowKind.DEPOSIT;
    }
    if (DISCOUNT.in(text)) {
      return RowKind.DISCOUNT;
    }
    if (priced && TAX_WORD.in(text) && !META.in(text)) {
      return RowKind.TAX;
    }
    if (TENDER.in(firstWords(text, 2))) {
      return RowKind.TENDER;
    }
    if (TOTAL.in(text)) {
      return RowKind.TOTAL;
    }
    return META.in(text) || WEB.matcher(row.text()).find() ? RowKind.META : RowKind.OTHER;
  }

  static boolean isAboutTax(Row row) {
    return TAX_WORD.in(row);
  }

  private static String firstWords(String text, int count) {
    String[] words = text.split(" ", count + 1);
    return String.join(" ", List.of(words).subList(0, Math.min(count, words.length)));
  }

  private static boolean isHeader(String text, boolean priced) {
    if (priced || text.chars().filter(Character::isDigit).count() > 1) {
      return false;
    }
    String[] words = text.split(" ");
    int known = 0;
    int certain = 0;
    for (String word : words) {
      known += HEADER_WORDS.contains(word) ? 1 : 0;
      certain += CERTAIN_HEADER_WORDS.in(word) ? 1 : 0;
    }
    if (certain >= 2 || (certain == 1 && known >= 3)) {
      return true;
    }
    return (known >= 2 && known * 2 >= words.length) || text.equals("eur") || text.equals("rm");
  }
}
