package io.groceryplanner.aiservice.receipts.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures are straightened by as much as they lean, and nothing is cut off that was printed. */
class PageTest {

  @ParameterizedTest
  @ValueSource(doubles = {-6, -2.5, 0, 1, 5})
  void printThatLeansIsTurnedStraight(double degrees) {
    assertThat(turn(Page.of(page(degrees, 120)))).isCloseTo(degrees, within(0.35));
  }

  @Test
  void printThatIsStraightStaysSoHoweverNoisyThePaper() {
    GreyImage page = page(0, 60);
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < page.pixels().length; i++) {
      int grey = page.pixels()[i] & 0xff;
      page.pixels()[i] = (byte) Math.clamp(grey + random.nextInt(-25, 26), 0, 255);
    }

    assertThat(turn(Page.of(page))).isCloseTo(0, within(0.35));
  }

  @Test
  void theWholePrintIsKept() {
    Page page = Page.of(page(0, 60));
    Prepared prepared = page.prepare(Recipe.USUAL);
    Point2D first = page.onPicture(new Point2D.Double(0, 0));
    Point2D last =
        page.onPicture(
            new Point2D.Double(
                prepared.image().width() / prepared.scale(),
                prepared.image().height() / prepared.scale()));

    assertThat(first.getX()).isLessThan(100);
    assertThat(first.getY()).isLessThan(120);
    assertThat(last.getX()).isGreaterThan(780);
    assertThat(last.getY()).isGreaterThan(1400);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-6, 0, 4})
  void printThatRunsUpOrDownIsNoticed(double degrees) {
    GreyImage page = page(degrees, 60);

    assertThat(Page.of(page).isSideways()).isFalse();
    assertThat(Page.of(page).turned(Turn.QUARTER).isSideways()).isTrue();
    assertThat(Page.of(page).turned(Turn.HALF).isSideways()).isFalse();
  }

  @Test
  void aSheetSeenAtAnAngleIsFoundByItsEdges() {
    GreyImage flat = page(0, 60);
    GreyImage photo = GreyImage.blank(1100, 1800);
    Arrays.fill(photo.pixels(), (byte) 60);
    for (int y = 0; y < flat.height(); y++) {
      double lean = 0.12 * y;
      for (int x = 0; x < flat.width(); x++) {
        double squeezed = lean + x * (flat.width() - 2 * lean) / flat.width();
        photo.pixels()[(y + 100) * 1100 + 100 + (int) squeezed] =
            flat.pixels()[y * flat.width() + x];
      }
    }
    Page page = Page.of(photo);
    Point2D corner = page.onPicture(new Point2D.Double(0, 0));

    assertThat(Perspective.of(photo)).isNotNull();
    assertThat(Perspective.of(flat)).isNull();
    assertThat(corner.getX()).isBetween(95.0, 260.0);
    assertThat(corner.getY()).isBetween(90.0, 260.0);
  }

  /** The angle by which a row of the page leans on the picture. */
  private static double turn(Page page) {
    Point2D left = page.onPicture(new Point2D.Double(0, 0));
    Point2D right = page.onPicture(new Point2D.Double(100, 0));
    return Math.toDegrees(Math.atan2(right.getY() - left.getY(), right.getX() - left.getX()));
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
