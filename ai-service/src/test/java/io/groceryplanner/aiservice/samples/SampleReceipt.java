package io.groceryplanner.aiservice.samples;

import java.awt.image.BufferedImage;
import java.util.Random;

/** A synthetic receipt: what it says and how it is drawn. */
public final class SampleReceipt {

  private static final int LIMIT = 190 * 1024;

  /** What kind of file a sample is. */
  public enum Form {
    /** A photo in a JPEG without Exif. */
    PHOTO("jpg"),
    /** A photo in a JPEG stored turned, with Exif orientation and an invented location. */
    LOCATED_PHOTO("jpg"),
    /** A flatbed scan in a grey PNG. */
    SCAN("png"),
    /** A PDF with a text layer. */
    PDF("pdf");

    private final String extension;

    Form(String extension) {
      this.extension = extension;
    }

    /** The file name's extension, without a dot. */
    public String extension() {
      return extension;
    }
  }

  private final String name;
  private final Form form;
  private final Checkout checkout;
  private final PhotoLook look;
  private final int quality;
  private final long seed;

  SampleReceipt(String name, Form form, Checkout checkout, PhotoLook look, int quality, long seed) {
    this.name = name;
    this.form = form;
    this.checkout = checkout;
    this.look = look;
    this.quality = quality;
    this.seed = seed;
  }

  /** The files' name without extension. */
  public String name() {
    return name;
  }

  /** What kind of file it is. */
  public Form form() {
    return form;
  }

  /** The image file's name with its extension. */
  public String fileName() {
    return name + "." + form.extension();
  }

  /** What the receipt says. */
  public ReceiptTruth truth() {
    return checkout.truth();
  }

  /** What the receipt says, as the truth file's text. */
  public String truthJson() {
    return TruthJson.write(truth());
  }

  /** Draws the receipt and encodes it, the same bytes at every call. */
  public byte[] bytes() {
    Printout printout = printout();
    return switch (form) {
      case PDF -> PaperlessReceipt.pdf(printout);
      case SCAN -> ImageFiles.png(ImageFiles.sixteenGreys(scan(printout)));
      case PHOTO -> ImageFiles.jpeg(photo(printout), quality, LIMIT);
      case LOCATED_PHOTO ->
          Exif.turnedAndLocated(
              ImageFiles.jpeg(ImageFiles.turnedLeft(photo(printout)), quality, LIMIT));
    };
  }

  @Override
  public String toString() {
    return fileName();
  }

  Printout printout() {
    return checkout.shop().till().print(checkout);
  }

  private BufferedImage photo(Printout printout) {
    Random random = new Random(seed);
    BufferedImage paper =
        ThermalPrinter.print(printout, Camera.paperWidth(look), look.ink(), random);
    return Camera.photograph(paper, look, random);
  }

  private BufferedImage scan(Printout printout) {
    return ThermalPrinter.print(printout, look.width(), look.ink(), new Random(seed));
  }
}
