import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * {@code HealthCheck PORT PATH}: ends with 0 where this machine answers 200 there, else with 1 and
 * what it said. For images that have neither shell nor curl; a plain socket starts in half the time
 * of the HTTP client.
 */
final class HealthCheck {

  private static final int PATIENCE_MILLIS = 5_000;

  private HealthCheck() {}

  public static void main(String[] args) {
    try {
      var answer = ask(Integer.parseInt(args[0]), args[1]);
      System.out.println(answer);
      System.exit(answer.startsWith("HTTP/1.1 200") ? 0 : 1);
    } catch (IOException e) {
      System.out.println("no answer: " + e.getMessage());
      System.exit(1);
    }
  }

  private static String ask(int port, String path) throws IOException {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      var request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.lines().findFirst().orElse("an empty answer");
    }
  }
}
