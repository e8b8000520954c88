package io.groceryplanner.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A stretch of network on the loopback, before any server that speaks TCP, on which a test lets
 * things go wrong. A fault holds for open connections too, from the next byte on.
 */
public final class FaultProxy implements AutoCloseable {

  private static final byte[] ERROR =
      "HTTP/1.1 500 Internal Server Error\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket entrance;
  private final int target;
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger struck = new AtomicInteger();
  private volatile Fault fault = new Fault.None();

  private FaultProxy(ServerSocket entrance, int target) {
    this.entrance = entrance;
    this.target = target;
  }

  /** Stands before what listens on this port of the loopback. */
  public static FaultProxy before(int target) throws IOException {
    var proxy = new FaultProxy(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), target);
    Thread.ofVirtual().start(proxy::welcome);
    return proxy;
  }

  public int port() {
    return entrance.getLocalPort();
  }

  /** From now on this goes wrong; how often it did is counted anew. */
  public void set(Fault next) {
    struck.set(0);
    fault = next;
  }

  /** How often the present fault has struck. */
  public int struck() {
    return struck.get();
  }

  /** Ends the fault. A connection that a byte was lost on stays lost. */
  public void heal() {
    set(new Fault.None());
  }

  /** Resets every connection that is open. */
  public void cut() {
    open.forEach(Connection::reset);
  }

  private void welcome() {
    while (!entrance.isClosed()) {
      try {
        var client = entrance.accept();
        if (fault instanceof Fault.Reset) {
          struck.incrementAndGet();
          client.setSoLinger(true, 0);
          client.close();
          continue;
        }
        var connection = new Connection(client, new Socket("127.0.0.1", target));
        open.add(connection);
        connection.begin();
      } catch (SocketException e) {
        // Closed by us, or nobody behind us: then the next one may find somebody.
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }

  private final class Connection {

    private final Socket client;
    private final Socket server;
    private volatile boolean isSilent;
    private int requested;
    private int answered;

    Connection(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    /** The streams are taken first: a socket that was half closed gives none any more. */
    void begin() throws IOException {
      var requests = client.getInputStream();
      var toServer = server.getOutputStream();
      var answers = server.getInputStream();
      var toClient = client.getOutputStream();
      Thread.ofVirtual().start(() -> carry(requests, toServer, server, true));
      Thread.ofVirtual().start(() -> carry(answers, toClient, client, false));
    }

    private void carry(InputStream in, OutputStream out, Socket to, boolean isRequest) {
      try {
        var piece = new byte[8192];
        for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
          if (!pass(piece, length, in, out, isRequest)) {
            return;
          }
        }
        if (!isSilent) {
          to.shutdownOutput();
        }
      } catch (IOException e) {
        reset();
      }
    }

    /** Returns false when this direction has come to its end. */
    private boolean pass(
        byte[] piece, int length, InputStream in, OutputStream out, boolean isRequest)
        throws IOException {
      var present = isSilent ? new Fault.BlackHole() : fault;
      switch (present) {
        case Fault.None _ -> out.write(piece, 0, length);
        case Fault.Latency(var delay) -> {
          struck.incrementAndGet();
          LockSupport.parkNanos(delay.toNanos());
          out.write(piece, 0, length);
        }
        case Fault.BlackHole _ -> {
          struck.incrementAndGet();
          isSilent = true;
        }
        case Fault.LostAnswers _ -> {
          if (isRequest) {
            out.write(piece, 0, length);
          } else {
            struck.incrementAndGet();
          }
        }
        case Fault.Reset _ -> {
          struck.incrementAndGet();
          reset();
          return false;
        }
        case Fault.BreakAfterAnswers(int pieces) -> {
          if (isRequest || struck.incrementAndGet() <= pieces) {
            return written(piece, length, out);
          }
          fault = new Fault.None();
          cut();
          return false;
        }
        case Fault.HalfClose _ -> {
          endAnswers(new byte[0], in);
          return false;
        }
        case Fault.ServerError _ -> {
          endAnswers(isRequest ? ERROR : new byte[0], in);
          return false;
        }
        case Fault.PartialRequest(int bytes) -> {
          return !isRequest
              ? written(piece, length, out)
              : passPart(piece, length, out, bytes, requested += length);
        }
        case Fault.PartialAnswer(int bytes) -> {
          return isRequest
              ? written(piece, length, out)
              : passPart(piece, length, out, bytes, answered += length);
        }
      }
      return true;
    }

    private static boolean written(byte[] piece, int length, OutputStream out) throws IOException {
      out.write(piece, 0, length);
      return true;
    }

    private boolean passPart(byte[] piece, int length, OutputStream out, int limit, int passed)
        throws IOException {
      int beyond = Math.max(0, passed - limit);
      out.write(piece, 0, Math.max(0, length - beyond));
      if (beyond == 0) {
        return true;
      }
      struck.incrementAndGet();
      // Orderly on both sides: what was passed on arrives, and then there is no more.
      client.shutdownOutput();
      server.shutdownOutput();
      return false;
    }

    /** Says a last word to the client, and goes on listening so that it hears it. */
    private void endAnswers(byte[] lastWord, InputStream requests) throws IOException {
      struck.incrementAndGet();
      isSilent = true;
      client.getOutputStream().write(lastWord);
      client.shutdownOutput();
      requests.transferTo(OutputStream.nullOutputStream());
      server.close();
      client.close();
    }

    void reset() {
      open.remove(this);
      for (var side : new Socket[] {client, server}) {
        try {
          side.setSoLinger(true, 0);
          side.close();
        } catch (IOException e) {
          // It was closed already.
        }
      }
    }
  }
}
