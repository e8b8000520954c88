package io.groceryplanner.aiservice.samples;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The products of the invented shops, with the abbreviations tills make of their names. */
final class Assortment {

  private static final Pattern LINE =
      Pattern.compile("(.+\\S) +(-?\\d+\\.\\d\\d) (pc|kg|lb) ([A-Z])(?: (\\d\\.\\d\\d))?");

  /** US names, F for untaxed food and T for taxed goods. */
  static final List<Product> AMERICAN =
      parse(
          """
          ORG WHL MLK 1GL        6.49 pc F
          2% MLK HALF GAL        2.89 pc F
          LRG EGGS GRD A 12CT    3.79 pc F
          CHKN BRST BNLS SKNLS   3.99 lb F
          GRND BEEF 85/15        5.49 lb F
          BANANAS                0.59 lb F
          GALA APPLES            1.79 lb F
          ROMA TOMATOES          1.49 lb F
          YELLOW ONIONS 3LB      2.99 pc F
          RUSSET POT 5LB         3.49 pc F
          BABY SPINACH 5OZ       3.29 pc F
          AVOCADO HASS           1.25 pc F
          LIMES                  0.33 pc F
          CILANTRO BUNCH         0.89 pc F
          SHRP CHED SHRD 8OZ     2.79 pc F
          GRK YGRT PLN 32OZ      5.29 pc F
          UNSLTD BUTTER 1LB      4.69 pc F
          WHT BREAD 20OZ         1.99 pc F
          SRDGH LOAF             4.49 pc F
          PNT BTR CRMY 16OZ      3.19 pc F
          STRWBRY PRSRV 18OZ     3.59 pc F
          LONG GRN RICE 2LB      2.19 pc F
          BLK BEANS CAN 15OZ     0.99 pc F
          DCD TOM CAN 14.5OZ     1.09 pc F
          SPAGHETTI 16OZ         1.39 pc F
          XV OLIVE OIL 500ML     8.99 pc F
          OLD FASH OATS 42OZ     4.29 pc F
          FRZ PEAS 12OZ          1.69 pc F
          VAN ICE CRM 1.5QT      4.99 pc F
          CHIX NDL SOUP REDUCED SODIUM FAMILY SIZE 2.49 pc F
          ORG COLD BREW COFFEE CONCENTRATE UNSWTND 7.99 pc F
          SPKLG WTR LIME 1L      1.29 pc F 0.05
          COLA 2L                2.29 pc T 0.10
          PPR TOWEL 2RL          3.99 pc T
          DISH SOAP LEMON        2.79 pc T
          ALUM FOIL 25FT         3.29 pc T
          """);

  /** UK names, A zero rated and B standard rated. */
  static final List<Product> BRITISH =
      parse(
          """
          S/SKIMMED MILK 4PT     1.55 pc A
          WHOLE MILK 2PT         1.20 pc A
          FR EGGS MED X12        2.95 pc A
          MEDIUM SLICED WHITE    0.75 pc A
          WHLML LOAF 800G        1.40 pc A
          MATURE CHEDDAR 400G    3.50 pc A
          SALTED BUTTER 250G     1.99 pc A
          CARROTS LOOSE          0.65 kg A
          BRAEBURN APPLES LSE    2.20 kg A
          BANANAS LOOSE          0.90 kg A
          BRITISH BEEF MINCE 5%  3.75 pc A
          CHICKEN THIGHS 1KG     4.25 pc A
          PORK SAUSAGES X8       2.65 pc A
          SMKD BACK BACON 300G   2.85 pc A
          BAKED BEANS 415G       0.65 pc A
          CHOPPED TOMS 400G      0.55 pc A
          PENNE PASTA 500G       0.85 pc A
          BASMATI RICE 1KG       2.10 pc A
          PORRIDGE OATS 1KG      1.35 pc A
          BROCCOLI 350G          0.82 pc A
          CHERRY TOMATOES 330G   1.15 pc A
          MARIS PIPER 2.5KG      2.25 pc A
          GARLIC EACH            0.25 pc A
          TEA BAGS X80           2.30 pc A
          DIGESTIVES 400G         1.25 pc A
          WHLGRN MUSTARD 180G    1.10 pc A
          HAND COOKED CRISPS SEA SALT & VINEGAR 150G 1.75 pc B
          ORANGE JCE SMOOTH 1L   1.60 pc B
          DARK CHOC 70% 100G     1.50 pc B
          WASHING UP LIQ 500ML   1.05 pc B
          KITCHEN ROLL X2        2.40 pc B
          """);

  /** German till names in capitals, A 19 % and B 7 %. */
  static final List<Product> GERMAN_CAPITALS =
      parse(
          """
          BIO WEIDEMILCH 3,8     1.49 pc B
          BIO EIER 10ER          3.29 pc B
          BUTTER MILDGESÄUERT    2.19 pc B
          H-MILCH 1,5%           0.99 pc B
          GOUDA JUNG SCHEIBEN    2.49 pc B
          JOGHURT NATUR 3,5      0.89 pc B
          SPEISEQUARK 20%        1.09 pc B
          HÄHNCHENBRUSTFILET     8.99 kg B
          RINDERHACK 500G        5.49 pc B
          KASSLER NACKEN         9.90 kg B
          BANANEN                1.79 kg B
          ÄPFEL ELSTAR           2.49 kg B
          RISPENTOMATEN          2.99 kg B
          SPEISEKART. FESTK.     2.79 pc B
          MÖHREN 1KG             1.19 pc B
          ZWIEBELN GELB 1KG      1.29 pc B
          SALATGURKE             0.79 pc B
          PAPRIKA ROT            3.99 kg B
          KÖRNERBRÖTCHEN         0.45 pc B
          ROGGENMISCHBROT 750G   2.59 pc B
          SPAGHETTI NR.5         1.59 pc B
          BASMATIREIS 1KG        3.49 pc B
          GEH. TOMATEN 400G      0.79 pc B
          GEMÜSEBRÜHE HEFEFREI OHNE GESCHMACKSVERSTÄRKER 2.79 pc B
          SONNENBLUMENÖL 1L      1.99 pc B
          HAFERFLOCKEN ZART      0.89 pc B
          TK BLATTSPINAT         1.69 pc B
          KAFFEE GEM. 500G       6.99 pc B
          HAFERDRINK BARISTA     1.89 pc A
          MINERALW. CLASSIC 1,5L 0.49 pc A 0.25
          APFELSCHORLE 0,5L      0.85 pc A 0.25
          BIER HELL 0,5L         0.99 pc A 0.08
          SPÜLMITTEL ZITRONE     1.25 pc A
          KÜCHENROLLE 4ER        2.95 pc A
          """);

  /** German farm shop names in mixed case. */
  static final List<Product> GERMAN_FARM =
      parse(
          """
          Heumilch 3,9% 1 l      1.69 pc B 0.15
          Hofeier 6 Stück        2.90 pc B
          Süßrahmbutter 250 g    3.10 pc B
          Frischkäse Kräuter     2.80 pc B
          Bergkäse würzig        21.90 kg B
          Bauernbrot             4.20 pc B
          Dinkelbrötchen         0.85 pc B
          Kartoffeln vorw. festk. 1.80 kg B
          Möhren m. Grün         2.20 pc B
          Kürbis Hokkaido        2.79 kg B
          Äpfel Boskoop          2.40 kg B
          Zwetschgen             3.60 kg B
          Rote Bete              2.10 kg B
          Grünkohl               3.90 kg B
          Feldsalat 150 g        2.50 pc B
          Lauch                  2.95 kg B
          Suppenhuhn             9.80 kg B
          Landjäger Paar         3.20 pc B
          Blütenhonig 500 g      7.50 pc B
          Fruchtaufstrich Erdbeere aus eigener Ernte 4.60 pc B
          Apfelsaft naturtrüb 1 l 2.30 pc A 0.15
          """);

  /** What a German machine pays back for empty bottles. */
  static final Product EMPTIES =
      new Product(
          "LEERGUT EINWEG", new BigDecimal("-0.25"), Unit.PIECE, 'A', new BigDecimal("0.00"));

  private Assortment() {}

  private static List<Product> parse(String table) {
    return table.lines().map(Assortment::parseLine).toList();
  }

  private static Product parseLine(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    Unit unit =
        switch (matcher.group(3)) {
          case "kg" -> Unit.KILOGRAM;
          case "lb" -> Unit.POUND;
          default -> Unit.PIECE;
        };
    String deposit = matcher.group(5);
    return new Product(
        matcher.group(1),
        new BigDecimal(matcher.group(2)),
        unit,
        matcher.group(4).charAt(0),
        new BigDecimal(deposit == null ? "0.00" : deposit));
  }
}
