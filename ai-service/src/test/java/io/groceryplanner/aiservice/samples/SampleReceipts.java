package io.groceryplanner.aiservice.samples;

import io.groceryplanner.aiservice.samples.SampleReceipt.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** The synthetic receipts: a fixed list, and as many random ones as asked for. */
public final class SampleReceipts {

  private static final int MOST_PRODUCTS = 22;

  private SampleReceipts() {}

  /** The receipts committed under {@code samples/receipts}. */
  public static List<SampleReceipt> all() {
    return FixedSamples.list();
  }

  /** A random photographed receipt, the same one for the same seed. */
  public static SampleReceipt generate(long seed) {
    // Neighbouring seeds alone would start with much the same numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Shop shop = Shops.ALL.get(random.nextInt(Shops.ALL.size()));
    Checkout checkout = Baskets.fill(shop, 4 + random.nextInt(MOST_PRODUCTS - 4), random);
    int quality = 60 + random.nextInt(31);
    PhotoLook look = PhotoLook.random(random);
    return new SampleReceipt("random-" + seed, Form.PHOTO, checkout, look, quality, seed);
  }

  /** Writes all samples into the folder given as the only argument. */
  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path folder = Path.of(args[0]);
    Path receipts = Files.createDirectories(folder.resolve("receipts"));
    for (SampleReceipt sample : all()) {
      Files.write(receipts.resolve(sample.fileName()), sample.bytes());
      Files.writeString(receipts.resolve(sample.name() + ".json"), sample.truthJson());
    }
    BadSamples.write(Files.createDirectories(folder.resolve("bad")));
  }
}
