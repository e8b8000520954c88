package io.groceryplanner.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.groceryplanner.security.RateLimits.Action;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  private final RateLimits limits = new RateLimits(3);

  @Test
  void tooManySignUpsFromOneAddressAreRefusedAndOthersAreNot() {
    for (int tries = 0; tries < 3; tries++) {
      assertThat(limits.allow(Action.SIGN_UP, "192.0.2.1")).isTrue();
    }

    assertThat(limits.allow(Action.SIGN_UP, "192.0.2.1")).isFalse();
    assertThat(limits.allow(Action.SIGN_UP, "192.0.2.2")).isTrue();
    assertThat(limits.allow(Action.SIGN_IN, "192.0.2.1")).as("of its own").isTrue();
  }
}
