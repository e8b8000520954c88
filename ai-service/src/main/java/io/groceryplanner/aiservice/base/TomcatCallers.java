package io.groceryplanner.aiservice.base;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets requests see that their caller has left. A servlet that waits for work does not notice: no
 * event tells it, and a first write to a closed connection still succeeds.
 */
@Component
class TomcatCallers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addContextValves(new Introduction());
  }

  private static final class Introduction extends ValveBase {

    Introduction() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      request.setAttribute(Caller.class.getName(), new Connected(request, response));
      getNext().invoke(request, response);
    }
  }

  /** Tries to read on, without waiting, behind the request that was read to its end. */
  private static final class Connected implements Caller {

    private static final int ENOUGH = 3;

    private final Request request;
    private final Response response;
    private boolean readToItsEnd;
    private int suspicions;

    Connected(Request request, Response response) {
      this.request = request;
      this.response = response;
    }

    @Override
    public boolean hasLeft() {
      boolean isRead = isReadToItsEnd();
      // Looking disturbs what Tomcat remembers of a next request: there will be none.
      response.setHeader(HttpHeaders.CONNECTION, "close");
      request.getCoyoteRequest().action(ActionCode.AVAILABLE, Boolean.TRUE);
      // The end of the stream shows as a byte to be read, each time anew. The beginning of a next
      // request shows so too, but only as it arrives: it is in the buffer then, and no more is
      // read.
      boolean something = !isRead || request.getCoyoteRequest().getAvailable() > 0;
      suspicions = something ? suspicions + 1 : 0;
      return suspicions >= ENOUGH;
    }

    /** A form is only read up to its last boundary; with chunks, their end is still to come. */
    private boolean isReadToItsEnd() {
      if (readToItsEnd) {
        return true;
      }
      try {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
        readToItsEnd = true;
        return true;
      } catch (IOException e) {
        // Whoever stops in the middle of sending does not wait for an answer.
        return false;
      }
    }
  }
}
