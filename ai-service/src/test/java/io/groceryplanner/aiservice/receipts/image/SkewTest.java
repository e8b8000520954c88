package io.groceryplanner.aiservice.receipts.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {

  @ParameterizedTest
  @ValueSource(doubles = {-30, -10, 10, 30})
  void whatLeansFurtherThanIsLookedForStaysWithinTheLimits(double degrees) {
    GreyImage image = GreyImage.blank(1000, 1500);
    Arrays.fill(image.pixels(), (byte) 255);
    for (int x = 0; x < 1000; x++) {
      int y = (int) (750 + Math.tan(Math.toRadians(degrees)) * (x - 500));
      image.pixels()[y * 1000 + x] = 0;
    }

    assertThat(Skew.degrees(image, 128)).isBetween(-9.0, 9.0);
  }
}
