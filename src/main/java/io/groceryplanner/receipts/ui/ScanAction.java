package io.groceryplanner.receipts.ui;

import io.groceryplanner.base.ui.QuickAction;
import io.groceryplanner.base.ui.Symbol;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Scanning a receipt is what people do most on a phone. */
@Configuration
class ScanAction {

  @Bean
  QuickAction scan() {
    return new QuickAction(ReceiptsView.PATH + "?scan", "receipts.ui.scan", Symbol.SCAN);
  }
}
