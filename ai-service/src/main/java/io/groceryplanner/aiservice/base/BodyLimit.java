package io.groceryplanner.aiservice.base;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads no more of a JSON body than is sensible, whether its length is told beforehand or not.
 * Forms with a file have their own limit.
 */
@Component
class BodyLimit extends OncePerRequestFilter {

  /** A body was longer than is taken; the message is for the caller. */
  static final class Exceeded extends IOException {

    private static final long serialVersionUID = 1;

    Exceeded(DataSize limit) {
      super(
          limit.toMegabytes() > 0
              ? "A request may have at most %d MB.".formatted(limit.toMegabytes())
              : "A request may have at most %d bytes.".formatted(limit.toBytes()));
    }
  }

  private final DataSize limit;

  BodyLimit(@Value("${ai.largest-json}") DataSize limit) {
    this.limit = limit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.startsWith("multipart/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(
        new HttpServletRequestWrapper(request) {
          @Override
          public ServletInputStream getInputStream() throws IOException {
            return new Limited(super.getInputStream(), getContentLengthLong());
          }
        },
        response);
  }

  private final class Limited extends ServletInputStream {

    private final ServletInputStream body;
    private final long declared;
    private long read;

    Limited(ServletInputStream body, long declared) {
      this.body = body;
      this.declared = declared;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      if (declared > limit.toBytes()) {
        throw new Exceeded(limit);
      }
      int count = body.read(target, offset, length);
      read += Math.max(0, count);
      if (read > limit.toBytes()) {
        throw new Exceeded(limit);
      }
      return count;
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
