package io.groceryplanner.receipts.mail;

import io.groceryplanner.receipts.image.ReceiptFiles;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * What of a mail may be a receipt: what is attached, or else its text.
 *
 * @param attachments in the order of the mail, each of at most one byte more than is taken
 * @param text plain, or made plain; empty where there are attachments
 */
@SuppressWarnings("ArrayRecordComponent")
record MailContent(List<Attachment> attachments, String text) {

  record Attachment(String name, byte[] content) {}

  /** Smaller pictures inside a text are logos and the like. */
  private static final int SMALLEST_INLINE_PICTURE = 30_000;

  private static final int DEEPEST = 10;

  static MailContent of(Part mail) throws MessagingException, IOException {
    var found = new Found();
    found.look(mail, 0);
    return new MailContent(
        List.copyOf(found.attachments),
        found.attachments.isEmpty()
            ? Optional.ofNullable(found.plain).or(() -> Optional.ofNullable(found.html)).orElse("")
            : "");
  }

  private static final class Found {
    private final List<Attachment> attachments = new ArrayList<>();
    private @Nullable String plain;
    private @Nullable String html;

    private void look(Part part, int depth) throws MessagingException, IOException {
      if (depth > DEEPEST) {
        return;
      }
      if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          look(parts.getBodyPart(i), depth + 1);
        }
      } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof Part inner) {
        look(inner, depth + 1);
      } else if (isAttachment(part)) {
        attach(part);
      } else if (part.isMimeType("text/plain") && plain == null) {
        plain = String.valueOf(part.getContent());
      } else if (part.isMimeType("text/html") && html == null) {
        html = asText(String.valueOf(part.getContent()));
      }
    }

    private void attach(Part part) throws MessagingException, IOException {
      byte[] content;
      try (var stream = part.getInputStream()) {
        // One byte more than allowed is enough to be refused for its size.
        content = stream.readNBytes(ReceiptFiles.LARGEST_BYTES + 1);
      }
      if (isMeant(part) || content.length >= SMALLEST_INLINE_PICTURE) {
        attachments.add(new Attachment(name(part), content));
      }
    }
  }

  private static boolean isAttachment(Part part) throws MessagingException {
    return isMeant(part) || part.isMimeType("image/*");
  }

  /** Whether somebody attached it, rather than a program that draws its mails. */
  private static boolean isMeant(Part part) throws MessagingException {
    var isFile = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
    return part.isMimeType("application/pdf")
        || (isFile && (part.isMimeType("image/*") || part.isMimeType("application/octet-stream")));
  }

  private static String name(Part part) throws MessagingException {
    var name = part.getFileName();
    if (name == null) {
      return part.getContentType().toLowerCase(Locale.ROOT).contains("pdf") ? "mail.pdf" : "mail";
    }
    try {
      return MimeUtility.decodeText(name);
    } catch (UnsupportedEncodingException e) {
      return name;
    }
  }

  /** Rows of a table stay rows, so that a price stands beside its thing. */
  private static String asText(String html) {
    var page = Jsoup.parse(html);
    page.select("script, style, head").remove();
    page.select("td, th").append("&nbsp; ");
    page.select("br, p, div, tr, li, h1, h2, h3, table").after("\n");
    return page.wholeText().replace('\u00a0', ' ').replaceAll("[ \\t]*\\n[ \\t\\n]*", "\n").strip();
  }
}
