package io.groceryplanner.aiservice.samples;

import io.groceryplanner.aiservice.samples.SampleReceipt.Form;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** The table of committed samples. */
final class FixedSamples {

  private static final Pattern SPACES = Pattern.compile(" +");

  // name, shop, form, products, quality, then the look in the order of PhotoLook, seed
  private static final String TABLE =
      """
      green-basket-mild     GREEN_BASKET    PHOTO  11 85 1000  1.2  0.01 3 0.5 0.15 0.1  40 WOOD  101
      green-basket-long     GREEN_BASKET    PHOTO  22 70  900 -1.5  0.02 3 0.5 0.45 0.2  45 STONE 102
      corner-pantry-creased CORNER_PANTRY   PHOTO   8 75 1040  2.5 -0.02 4 0.6 0.30 0.9  50 CLOTH 203
      corner-pantry-located CORNER_PANTRY   LOCATED_PHOTO 6 80 1000 -2 0.02 3 0.5 0.2 0.2 40 WOOD 305
      mill-lane-tilted      MILL_LANE       PHOTO  12 75  960  3.8  0.05 4 0.6 0.25 0.3  45 WOOD  105
      mill-lane-blurred     MILL_LANE       PHOTO   5 80 1000 -1.0  0.00 3 1.3 0.20 0.1  55 STONE 106
      thistle-oat-shaded    THISTLE_AND_OAT PHOTO  14 75  960  0.8 -0.03 4 0.5 0.80 0.3  50 CLOTH 107
      lindenhof-skewed      LINDENHOF       PHOTO  16 70  960 -4.0  0.02 3 0.5 0.30 0.2  45 WOOD  108
      lindenhof-creased     LINDENHOF       PHOTO   9 60 1040  1.5  0.02 5 0.6 0.35 1.0  55 STONE 109
      sonnental-faded       SONNENTAL       PHOTO   9 85  960 -0.7  0.01 3 0.5 0.20 0.2  85 WOOD  110
      sonnental-scan        SONNENTAL       SCAN    7  0  900  0.0  0.00 0 0.0 0.00 0.0  30 STONE 111
      lindenhof-paperless   LINDENHOF       PDF    13  0  900  0.0  0.00 0 0.0 0.00 0.0   0 STONE 112
      """;

  private FixedSamples() {}

  static List<SampleReceipt> list() {
    return TABLE.lines().map(SPACES::split).map(FixedSamples::sample).toList();
  }

  private static SampleReceipt sample(String[] cells) {
    PhotoLook look =
        new PhotoLook(
            Integer.parseInt(cells[5]),
            Double.parseDouble(cells[6]),
            Double.parseDouble(cells[7]),
            Double.parseDouble(cells[8]),
            Double.parseDouble(cells[9]),
            Double.parseDouble(cells[10]),
            Double.parseDouble(cells[11]),
            Integer.parseInt(cells[12]),
            PhotoLook.Table.valueOf(cells[13]));
    long seed = Long.parseLong(cells[14]);
    int products = Integer.parseInt(cells[3]);
    Checkout checkout = Baskets.fill(shop(cells[1]), products, new Random(seed));
    int quality = Integer.parseInt(cells[4]);
    return new SampleReceipt(cells[0], Form.valueOf(cells[2]), checkout, look, quality, seed);
  }

  private static Shop shop(String key) {
    return switch (key) {
      case "GREEN_BASKET" -> Shops.GREEN_BASKET;
      case "CORNER_PANTRY" -> Shops.CORNER_PANTRY;
      case "MILL_LANE" -> Shops.MILL_LANE;
      case "THISTLE_AND_OAT" -> Shops.THISTLE_AND_OAT;
      case "LINDENHOF" -> Shops.LINDENHOF;
      case "SONNENTAL" -> Shops.SONNENTAL;
      default -> throw new IllegalArgumentException(key);
    };
  }
}
