package io.groceryplanner.aiservice.receipts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groceryplanner.aiservice.receipts.image.Preparation.Prepared;
import io.groceryplanner.aiservice.receipts.image.Preparation.Recipe;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are straightened by as much as they lean, and nothing is cut off that was printed. */
class PreparationTest {

  @ParameterizedTest
  @ValueSource(doubles = {-6, -2.5, 0, 1, 5})
  void printThatLeansIsTurnedStraight(double degrees) {
    Prepared prepared = Preparation.prepare(page(degrees, 120), Recipe.USUAL);

    assertThat(turn(prepared)).isCloseTo(degrees, within(0.35));
  }

  @Test
  void printThatIsStraightStaysSoHoweverNoisyThePaper() {
    GreyImage page = page(0, 60);
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < page.pixels().length; i++) {
      int grey = page.pixels()[i] & 0xff;
      page.pixels()[i] = (byte) Math.clamp(grey + random.nextInt(-25, 26), 0, 255);
    }

    assertThat(turn(Preparation.prepare(page, Recipe.USUAL))).isCloseTo(0, within(0.35));
    assertThat(turn(Preparation.prepare(page, Recipe.SOFT))).isCloseTo(0, within(0.35));
  }

  @Test
  void theWholePrintIsKept() {
    Prepared prepared = Preparation.prepare(page(0, 60), Recipe.USUAL);
    double[] corners = {0, 0, prepared.image().width(), prepared.image().height()};
    prepared.toSource().transform(corners, 0, corners, 0, 2);

    assertThat(corners[0]).isLessThan(100);
    assertThat(corners[1]).isLessThan(120);
    assertThat(corners[2]).isGreaterThan(780);
    assertThat(corners[3]).isGreaterThan(1400);
  }

  private static double turn(Prepared prepared) {
    AffineTransform toSource = prepared.toSource();
    return Math.toDegrees(Math.atan2(toSource.getShearY(), toSource.getScaleX()));
  }

  /** Rows of blocks in the rhythm of words, the last one flush right as prices are. */
  private static GreyImage page(double degrees, int ink) {
    BufferedImage image = new BufferedImage(900, 1600, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 900, 1600);
    graphics.rotate(Math.toRadians(degrees), 450, 800);
    graphics.setColor(new Color(ink, ink, ink));
    RandomGenerator random = RandomGenerator.getDefault();
    for (int y = 130; y < 1460; y += 36) {
      for (int x = 110; x < 560; ) {
        int letters = random.nextInt(2, 8);
        for (int letter = 0; letter < letters; letter++, x += 15) {
          graphics.drawRect(x, y, 10, 19);
          graphics.drawRect(x + 1, y + 1, 8, 17);
        }
        x += 20;
      }
      for (int x = 700; x < 780; x += 16) {
        graphics.fillRect(x, y, 5, 20);
      }
    }
    graphics.dispose();
    return Greys.of(image);
  }
}
