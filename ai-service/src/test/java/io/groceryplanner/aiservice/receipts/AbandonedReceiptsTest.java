package io.groceryplanner.aiservice.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.groceryplanner.aiservice.SampleFiles;
import io.groceryplanner.aiservice.ServiceClient;
import io.groceryplanner.aiservice.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody's receipt takes no processor: callers that hang up, on real connections. */
@ServiceTest(properties = {"ai.receipts.workers=1", "ai.receipts.deadline=60s"})
class AbandonedReceiptsTest {

  private static final String HEAD =
      "POST /api/v1/receipts/extract HTTP/1.1\r\nHost: a\r\n"
          + "Content-Type: multipart/form-data; boundary=b\r\n";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final int port;
  private final MeterRegistry meters;

  @Autowired
  AbandonedReceiptsTest(@LocalServerPort int port, MeterRegistry meters) {
    this.port = port;
    this.meters = meters;
    ServiceClient client = new ServiceClient(port);
    assertThat(client.extract("a.png", SampleFiles.bad("text.jpg"), Map.of()).status())
        .isEqualTo(415);
  }

  @Test
  void aWaitingReceiptIsNeverReadAndOneBeingReadIsLeftOffOnceTheirCallersAreGone()
      throws IOException {
    byte[] endless = endlessReceipt();
    long begun = begun();
    try (Socket read = posted(endless)) {
      await().atMost(SOON).until(() -> active() == 1);
      try (Socket waiting = posted(endless);
          Socket patient = posted(SampleFiles.bad("text.jpg"))) {
        await().atMost(SOON).until(() -> waiting() == 2);

        waiting.close();

        await().atMost(SOON).until(() -> waiting() == 1);
        assertThat(active()).isEqualTo(1);

        read.close();

        await().atMost(SOON).until(() -> count("abandoned") == 1);
        // Whoever stayed is served, and the one that waited was passed over.
        assertThat(new String(patient.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
            .isEqualTo("HTTP/1.1 415");
        assertThat(begun()).isEqualTo(begun + 2);
      }
    }
  }

  @Test
  void aNextRequestThatIsSentAheadIsNoFarewellAndIsNotMistakenForAnother() throws IOException {
    // Long enough to be looked at often.
    try (Socket caller = posted(stacked(6_000_000))) {
      caller
          .getOutputStream()
          .write("GET /health HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

      String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("\r\nConnection: close\r\n");
      assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
    }
  }

  @Test
  void aReceiptSentInPiecesOfUnknownNumberIsWaitedFor() throws IOException {
    byte[] form = form(SampleFiles.receipt("green-basket-long.jpg"));
    try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = caller.getOutputStream();
      out.write(ascii(HEAD + "Transfer-Encoding: chunked\r\n\r\n"));
      out.write(ascii(Integer.toHexString(form.length) + "\r\n"));
      out.write(form);
      out.write(ascii("\r\n0\r\n\r\n"));

      String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("Connection: close");
    }
  }

  private double waiting() {
    return meters.get("ai_service.ocr.waiting").gauge().value();
  }

  private double active() {
    return meters.get("ai_service.ocr.running").gauge().value();
  }

  private long count(String outcome) {
    return meters.find("ai_service.ocr.duration").tag("outcome", outcome).timers().stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }

  private long begun() {
    return meters.find("ai_service.ocr.duration").timers().stream()
        .mapToLong(timer -> timer.count())
        .sum();
  }

  private Socket posted(byte[] file) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    byte[] form = form(file);
    OutputStream out = socket.getOutputStream();
    out.write(ascii(HEAD + "Content-Length: " + form.length + "\r\n\r\n"));
    out.write(form);
    return socket;
  }

  private static byte[] form(byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ascii("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"));
    body.writeBytes(file);
    body.writeBytes(ascii("\r\n--b--\r\n"));
    return body.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Receipts one below the other, as many as are taken: many seconds of reading. */
  private static byte[] endlessReceipt() throws IOException {
    return stacked(17_000_000);
  }

  /** So many pixels of receipts. */
  private static byte[] stacked(int pixels) throws IOException {
    BufferedImage one =
        ImageIO.read(new ByteArrayInputStream(SampleFiles.receipt("green-basket-long.jpg")));
    int times = pixels / one.getWidth() / one.getHeight();
    BufferedImage all =
        new BufferedImage(one.getWidth(), one.getHeight() * times, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = all.createGraphics();
    for (int i = 0; i < times; i++) {
      pen.drawImage(one, 0, i * one.getHeight(), null);
    }
    pen.dispose();
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(all, "jpg", jpeg);
    return jpeg.toByteArray();
  }
}
