package io.groceryplanner.receipts.mail;

import io.groceryplanner.base.HouseholdId;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.ops.Degradations.Part;
import io.groceryplanner.receipts.ReceiptIntake;
import io.groceryplanner.receipts.ReceiptIntake.IntakeResult;
import io.groceryplanner.receipts.image.TextSheet;
import io.groceryplanner.receipts.mail.MailRecipients.Recipient;
import io.groceryplanner.security.RateLimits;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox that receipts are forwarded to. Its inbox is the queue: a mail that was
 * taken, or that nobody knows, is moved to a folder beside it; after an outage it is still there.
 */
@Component
class MailIntake {

  static final String TAKEN = "Taken";
  static final String UNKNOWN = "Unknown";
  static final String UNREADABLE = "Unreadable";

  private static final Logger log = LoggerFactory.getLogger(MailIntake.class);
  private static final int AT_ONCE = 50;
  private static final String MILLIS_TO_CONNECT = "10000";
  private static final String MILLIS_TO_ANSWER = "30000";

  /** Of a photo; sixty times the library's own, or a large one takes hundreds of questions. */
  private static final String BYTES_AT_ONCE = "1048576";

  private static final String WITHOUT_SUBJECT = "E-mail";

  /** In place of a content's hash, where none could be made out. */
  private static final String WHOLE_MAIL = "";

  private final MailSettings settings;
  private final MailRecipients recipients;
  private final MailAddresses addresses;
  private final ReceiptIntake intake;
  private final RateLimits limits;
  private final Degradations degradations;

  MailIntake(
      MailSettings settings,
      MailRecipients recipients,
      MailAddresses addresses,
      ReceiptIntake intake,
      RateLimits limits,
      Degradations degradations) {
    this.settings = settings;
    this.recipients = recipients;
    this.addresses = addresses;
    this.intake = intake;
    this.limits = limits;
    this.degradations = degradations;
  }

  /** Takes what has come; a mailbox that is away is looked into again the next time. */
  void look() {
    var url = settings.url();
    if (url == null || !settings.isOn()) {
      return;
    }
    try (var mailbox = connect(url);
        var inbox = mailbox.getFolder("INBOX")) {
      inbox.open(Folder.READ_WRITE);
      int count = Math.min(AT_ONCE, inbox.getMessageCount());
      for (var mail : count == 0 ? new Message[0] : inbox.getMessages(1, count)) {
        var place = handle(mail);
        if (place.isPresent()) {
          move(mailbox, inbox, mail, place.get());
        }
      }
      inbox.expunge();
      degradations.clear(Part.MAIL);
    } catch (MessagingException e) {
      log.warn("The mailbox for receipts is away: {}", e.toString());
      // Whichever replica looks next may not be this one.
      degradations.reportFor(Part.MAIL, settings.every().multipliedBy(3));
    }
  }

  /** Which folder the mail goes to now; none where it stays for the next time. */
  private Optional<String> handle(Message mail) throws MessagingException {
    var recipient = recipients.find(mail);
    if (recipient.isEmpty()) {
      log.info("A mail for receipts names no household that is known");
      return Optional.of(UNKNOWN);
    }
    var household = recipient.get().household();
    if (!limits.allow(RateLimits.Action.UPLOAD, household.toString())) {
      return Optional.empty();
    }
    MailContent content;
    try {
      content = MailContent.of(mail);
    } catch (IOException | MessagingException | RuntimeException e) {
      // Parsers throw whatever they like at broken mails; it would be the same the next time.
      log.info("A mail of household {} could not be read: {}", household, e.toString());
      addresses.take(household, messageId(mail), WHOLE_MAIL, Optional.of("mail_unreadable"));
      return Optional.of(UNREADABLE);
    }
    take(recipient.get(), mail, content);
    return Optional.of(TAKEN);
  }

  private void take(Recipient recipient, Message mail, MailContent content)
      throws MessagingException {
    var messageId = messageId(mail);
    for (var attachment : content.attachments()) {
      take(recipient, messageId, attachment.name(), attachment.content());
    }
    if (content.attachments().isEmpty() && !content.text().isBlank()) {
      var subject = mail.getSubject();
      take(
          recipient,
          messageId,
          subject == null || subject.isBlank() ? WITHOUT_SUBJECT : subject,
          TextSheet.of(content.text()));
    }
  }

  /** Written down after it was taken: the content's hash keeps a crash between from doubling it. */
  private void take(Recipient recipient, String messageId, String name, byte[] content) {
    var household = recipient.household();
    var hash = sha256(content);
    if (addresses.wasTaken(household, messageId, hash)) {
      return;
    }
    var result = intake.receive(household, recipient.by(), name, content, false);
    addresses.take(household, messageId, hash, refusal(household, result));
  }

  private static Optional<String> refusal(HouseholdId household, IntakeResult result) {
    return switch (result) {
      case IntakeResult.Received(var id) -> {
        log.info("Receipt {} of household {} came by mail", id, household);
        yield Optional.empty();
      }
      case IntakeResult.Duplicate(var existing) -> {
        log.info("Receipt {} of household {} came again by mail", existing, household);
        yield Optional.empty();
      }
      case IntakeResult.Refused(var reason) -> {
        log.info("A file mailed to household {} is no receipt: {}", household, reason);
        yield Optional.of(reason.name().toLowerCase(Locale.ROOT));
      }
    };
  }

  private static void move(Store mailbox, Folder inbox, Message mail, String place)
      throws MessagingException {
    var folder = mailbox.getFolder(place);
    if (!folder.exists()) {
      folder.create(Folder.HOLDS_MESSAGES);
    }
    inbox.copyMessages(new Message[] {mail}, folder);
    mail.setFlag(Flags.Flag.DELETED, true);
  }

  private Store connect(URI url) throws MessagingException {
    var protocol = url.getScheme();
    var properties = new Properties();
    properties.put("mail." + protocol + ".connectiontimeout", MILLIS_TO_CONNECT);
    properties.put("mail." + protocol + ".timeout", MILLIS_TO_ANSWER);
    properties.put("mail." + protocol + ".writetimeout", MILLIS_TO_ANSWER);
    properties.put("mail." + protocol + ".fetchsize", BYTES_AT_ONCE);
    properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
    var store = Session.getInstance(properties).getStore(protocol);
    store.connect(url.getHost(), url.getPort(), settings.username(), settings.password());
    return store;
  }

  /** A mail without an id is known by when it was sent and how large it is. */
  private static String messageId(Message mail) throws MessagingException {
    var id = mail instanceof MimeMessage mime ? mime.getMessageID() : null;
    return id == null || id.isBlank() ? mail.getSentDate() + "/" + mail.getSize() : id.strip();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
