package io.groceryplanner.receipts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.groceryplanner.IntegrationTest;
import io.groceryplanner.RestHousehold;
import io.groceryplanner.Screens;
import io.groceryplanner.household.SignUp.SignUpResult.SignedUp;
import io.groceryplanner.ops.Degradations;
import io.groceryplanner.receipts.ReceiptIntake;
import io.groceryplanner.receipts.ReceiptRemoval;
import io.groceryplanner.receipts.ReceiptSummary;
import io.groceryplanner.receipts.Receipts;
import io.groceryplanner.receipts.image.ReceiptFiles;
import io.groceryplanner.receipts.mail.MailAddresses.Refusal;
import io.groceryplanner.security.RateLimits;
import jakarta.activation.DataHandler;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Receipts forwarded to a real IMAP server. */
@IntegrationTest
class MailIntakeTest {

  private static final String MAILBOX = "receipts@example.org";

  @Autowired ApplicationContext context;
  @Autowired Receipts receipts;
  @Autowired MailAddresses addresses;

  private final Degradations degradations = new Degradations(Clock.systemUTC());
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "imap"));
  private GreenMailUser mailbox;
  private SignedUp kitchen;
  private MailIntake intake;

  @BeforeEach
  void openTheMailbox() {
    server.start();
    mailbox = server.setUser(MAILBOX, "receipts", "secret");
    kitchen = Screens.found(context, Screens.newEmail());
    intake = intake("secret");
  }

  @AfterEach
  void closeTheMailbox() {
    server.stop();
  }

  @Test
  void attachedPhotosAndPdfsBecomeReceiptsAndLogosDoNot() throws Exception {
    var address = addresses.renew(kitchen.household(), kitchen.user());
    deliver(
        address,
        "Your receipts",
        text("Hello, see attached. Total 5.00"),
        attachment("Bon März.jpg", "image/jpeg", sample("receipts/lindenhof-creased.jpg")),
        attachment("bon.pdf", "application/pdf", sample("receipts/lindenhof-paperless.pdf")),
        inline("logo.png", "image/png", new byte[900]));

    intake.look();

    assertThat(names()).containsExactlyInAnyOrder("Bon März.jpg", "bon.pdf");
    assertThat(count("INBOX")).isZero();
    assertThat(count(MailIntake.TAKEN)).isEqualTo(1);
  }

  @Test
  void aMailWithoutAttachmentsIsTakenByItsText() throws Exception {
    var address = addresses.renew(kitchen.household(), kitchen.user());
    deliver(address, "Your e-receipt", text("Corner shop\nOat drink 1.95\nTotal 1.95\n"));
    deliver(
        address,
        "As a page",
        html(
            "<table><tr><td>Bread</td><td>2.10</td></tr><tr><td>Total</td><td>2.10</td></tr></table>"));

    intake.look();

    assertThat(names()).containsExactlyInAnyOrder("Your e-receipt", "As a page");
  }

  @Test
  void whatIsInATableStaysInItsRows() throws Exception {
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setContent(
        "<style>p{}</style><table><tr><td>Bread</td><td>2.10</td></tr><tr><td>Milk</td><td>1.00</td></tr></table>",
        "text/html; charset=utf-8");
    mail.saveChanges();

    assertThat(
            MailContent.of(mail).text().lines().map(line -> line.replaceAll("\\s+", " ").strip()))
        .containsExactly("Bread 2.10", "Milk 1.00");
  }

  @Test
  void theSameMailAgainBringsNothingBackThatWasRemoved() throws Exception {
    var address = addresses.renew(kitchen.household(), kitchen.user());
    var photo = attachment("bon.jpg", "image/jpeg", sample("receipts/lindenhof-creased.jpg"));
    var mail = deliver(address, "Bon", photo);
    intake.look();
    var id = receipts.list(kitchen.household(), null, 5).items().getFirst().id();
    context.getBean(ReceiptRemoval.class).remove(kitchen.household(), id);

    mailbox.deliver(mail);
    intake.look();

    assertThat(names()).isEmpty();
    assertThat(count("INBOX")).isZero();
  }

  @Test
  void whatCannotBeTakenIsSaidToTheHouseholdUntilSomebodyHasReadIt() throws Exception {
    var address = addresses.renew(kitchen.household(), kitchen.user());
    var neighbours = Screens.found(context, Screens.newEmail());
    var mail =
        deliver(
            address,
            "Private words",
            attachment("huge.jpg", "image/jpeg", new byte[ReceiptFiles.LARGEST_BYTES + 1]),
            attachment("letter.doc", "application/octet-stream", new byte[] {1, 2, 3}),
            attachment("half.jpg", "image/jpeg", sample("bad/truncated.jpg")),
            attachment("bon.jpg", "image/jpeg", sample("receipts/lindenhof-creased.jpg")));

    intake.look();

    assertThat(names()).as("the good one").containsExactly("bon.jpg");
    var refusals = addresses.listRefusals(kitchen.household());
    assertThat(refusals)
        .extracting(Refusal::reason)
        .containsExactlyInAnyOrder("too_large", "not_a_picture", "damaged");
    assertThat(addresses.listRefusals(neighbours.household())).isEmpty();
    refusals.forEach(refusal -> addresses.dismiss(kitchen.household(), refusal));
    mailbox.deliver(mail);
    intake.look();
    assertThat(addresses.listRefusals(kitchen.household())).as("read once is enough").isEmpty();
  }

  @Test
  void aMailThatCannotBeReadIsSaidToo() throws Exception {
    var address = addresses.renew(kitchen.household(), kitchen.user());
    var mail =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(
                ("To: "
                        + address
                        + "\r\nMessage-ID: <broken@example.com>\r\n"
                        + "Content-Type: multipart/mixed\r\n\r\nno boundary, no parts\r\n")
                    .getBytes(StandardCharsets.US_ASCII)));
    mailbox.deliver(mail);

    intake.look();

    assertThat(count(MailIntake.UNREADABLE)).isEqualTo(1);
    assertThat(addresses.listRefusals(kitchen.household()))
        .extracting(Refusal::reason)
        .containsExactly("mail_unreadable");
  }

  @Test
  void aMailForNobodyIsPutAsideAndOneForTheOldAddressToo() throws Exception {
    var old = addresses.renew(kitchen.household(), kitchen.user());
    addresses.renew(kitchen.household(), kitchen.user());
    var photo = attachment("bon.jpg", "image/jpeg", sample("receipts/lindenhof-creased.jpg"));
    deliver("receipts+abcdefghjkmnpqrstuvw@example.org", "guessed", photo);
    deliver(old, "old address", photo);

    intake.look();

    assertThat(names()).isEmpty();
    assertThat(count("INBOX")).isZero();
    assertThat(count(MailIntake.UNKNOWN)).isEqualTo(2);
  }

  @Test
  void eachHouseholdGetsItsOwn() throws Exception {
    var neighbours = Screens.found(context, Screens.newEmail());
    addresses.renew(kitchen.household(), kitchen.user());
    var theirs = addresses.renew(neighbours.household(), neighbours.user());
    deliver(theirs, "Bon", text("Corner shop\nOat drink 1.95\nTotal 1.95\n"));

    intake.look();

    assertThat(names()).isEmpty();
    assertThat(receipts.list(neighbours.household(), null, 5).items()).hasSize(1);
  }

  @Test
  void aMailboxThatIsAwayLosesNothing() throws Exception {
    var address = addresses.renew(kitchen.household(), kitchen.user());
    deliver(address, "Bon", text("Corner shop\nOat drink 1.95\nTotal 1.95\n"));

    intake("wrong").look();
    assertThat(names()).isEmpty();
    assertThat(degradations.isAway(Degradations.Part.MAIL)).isTrue();
    intake.look();
    assertThat(degradations.list()).isEmpty();

    assertThat(names()).containsExactly("Bon");
  }

  private MailIntake intake(String password) {
    var url = URI.create("imap://127.0.0.1:" + server.getImap().getPort());
    return new MailIntake(
        new MailSettings(url, "receipts", password, MAILBOX, Duration.ofMinutes(1)),
        context.getBean(MailRecipients.class),
        addresses,
        context.getBean(ReceiptIntake.class),
        context.getBean(RateLimits.class),
        degradations);
  }

  private List<String> names() {
    return receipts.list(kitchen.household(), null, 10).items().stream()
        .map(ReceiptSummary::fileName)
        .toList();
  }

  private int count(String folderName) throws MessagingException {
    var session = Session.getInstance(new Properties());
    try (var store = session.getStore("imap")) {
      store.connect("127.0.0.1", server.getImap().getPort(), "receipts", "secret");
      var folder = store.getFolder(folderName);
      if (!folder.exists()) {
        return 0;
      }
      folder.open(Folder.READ_ONLY);
      return folder.getMessageCount();
    }
  }

  private MimeMessage deliver(String to, String subject, MimeBodyPart... parts)
      throws MessagingException {
    var mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress("anybody@example.com"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject, "UTF-8");
    mail.setContent(new MimeMultipart(parts));
    mail.saveChanges();
    mailbox.deliver(mail);
    return mail;
  }

  private static MimeBodyPart text(String text) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, "UTF-8");
    return part;
  }

  private static MimeBodyPart html(String html) throws MessagingException {
    var part = new MimeBodyPart();
    part.setContent(html, "text/html; charset=utf-8");
    return part;
  }

  private static MimeBodyPart attachment(String name, String type, byte[] content)
      throws MessagingException {
    return file(Part.ATTACHMENT, name, type, content);
  }

  private static MimeBodyPart inline(String name, String type, byte[] content)
      throws MessagingException {
    return file(Part.INLINE, name, type, content);
  }

  private static MimeBodyPart file(String how, String name, String type, byte[] content)
      throws MessagingException {
    var part = new MimeBodyPart();
    part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
    part.setFileName(name);
    part.setDisposition(how);
    return part;
  }

  private static byte[] sample(String name) {
    return RestHousehold.sample(name);
  }
}
