package io.groceryplanner.receipts;

import io.groceryplanner.RestHousehold;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A sample receipt with a mark in its file that makes it another file and changes nothing to see.
 *
 * @param template which of {@code samples/receipts}
 */
record SoakUpload(String template, int number) {

  /** Of every third the text need not be guessed from a picture, so that much is under way. */
  static final List<String> TEMPLATES =
      List.of(
          "lindenhof-paperless.pdf",
          "lindenhof-skewed.jpg",
          "green-basket-mild.jpg",
          "lindenhof-paperless.pdf",
          "mill-lane-tilted.jpg",
          "corner-pantry-creased.jpg");

  static List<SoakUpload> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new SoakUpload(TEMPLATES.get(number % TEMPLATES.size()), number))
        .toList();
  }

  String fileName() {
    return number + "-" + template;
  }

  byte[] content() {
    var sample = RestHousehold.sample("receipts/" + template);
    var mark = ("receipt " + number).getBytes(StandardCharsets.US_ASCII);
    var content = new ByteArrayOutputStream();
    if (template.endsWith(".jpg")) {
      // A comment segment, right behind the two bytes every JPEG begins with.
      content.write(sample, 0, 2);
      content.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, (byte) (mark.length + 2)});
      content.writeBytes(mark);
      content.write(sample, 2, sample.length - 2);
    } else {
      content.writeBytes(sample);
      content.writeBytes("\n% ".getBytes(StandardCharsets.US_ASCII));
      content.writeBytes(mark);
      content.write('\n');
    }
    return content.toByteArray();
  }

  @Override
  public String toString() {
    return fileName();
  }
}
