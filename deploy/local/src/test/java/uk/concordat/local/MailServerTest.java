package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerTest {

    private static final String RED = "member-red-1@harlow.example";
    private static final String BLUE = "member-blue-1@harlow.example";

    @TempDir
    Path directory;

    private final Ports ports = Ports.free();
    private MailServer server = new MailServer(new StackDirectory(Path.of("target/no-mail")), 1, 1);

    @BeforeEach
    void aServerRuns() {
        server = new MailServer(new StackDirectory(directory), ports.mail(), ports.mailImap()).start();
    }

    @AfterEach
    void itEnds() {
        server.close();
    }

    @Test
    void what_is_sent_to_anybody_arrives_in_their_mailbox_and_in_nobody_elses() throws Exception {
        send(RED, "First");
        send(RED, "Second");

        assertThat(subjects(server.mailboxes().of(RED))).containsExactly("First", "Second");
        assertThat(server.mailboxes().of(BLUE)).isEmpty();
        assertThat(overImap(RED)).containsExactly("First", "Second");
    }

    @Test
    void what_has_arrived_outlasts_a_kill_of_the_server() throws Exception {
        send(RED, "Before");

        server.kill();
        assertThat(server.isRunning()).isFalse();
        server.start();
        send(RED, "After");

        assertThat(subjects(server.mailboxes().of(RED))).containsExactly("Before", "After");
        assertThat(overImap(RED)).containsExactlyInAnyOrder("Before", "After");
    }

    @Test
    void what_has_arrived_is_shown_in_words() throws Exception {
        send(RED, "Late: acknowledgement of HAR-E-2026-000001");

        assertThat(MailReport.of(
                        List.of(
                                new MailAddresses.Found("harlow", "member-red-1", Optional.of(RED)),
                                new MailAddresses.Found("harlow", "member-blue-1", Optional.of(BLUE)),
                                new MailAddresses.Found("harlow", "member-lone", Optional.empty())),
                        server.mailboxes()))
                .isEqualToIgnoringNewLines("""
                        1 arrived for member-red-1 of harlow.
                        ------------------------------------------------------------------------
                        Date:    Thursday 31 December 2026, 00:00
                        From:    concordat@local.example
                        To:      member-red-1@harlow.example
                        Subject: Late: acknowledgement of HAR-E-2026-000001

                        It was due.

                        Nothing has arrived for member-blue-1 of harlow.

                        member-lone of harlow has no address.""");
    }

    @Test
    void a_mailbox_is_never_kept_outside_the_directory() {
        assertThat(server.mailboxes().of("../../etc@harlow.example")).isEmpty();
        assertThat(server.mailboxes().of("..@..")).isEmpty();
    }

    @Test
    void only_the_service_that_sends_mail_is_told_of_it() {
        assertThat(server.configuration("notification-service"))
                .containsEntry("concordat.mail.smtp.port", Integer.toString(ports.mail()));
        assertThat(server.configuration("enquiry-service")).isEmpty();
    }

    private Session session() {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(ports.mail()));
        properties.put("mail.imap.partialfetch", "false");
        return Session.getInstance(properties);
    }

    private void send(String to, String subject) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText("It was due.");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>It was due.</p>", "UTF-8", "html");
        MimeMessage message = new MimeMessage(session());
        message.setFrom("concordat@local.example");
        message.setRecipients(Message.RecipientType.TO, to);
        message.setSubject(subject);
        message.setSentDate(Date.from(Instant.parse("2026-12-31T00:00:00Z")));
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }

    private List<String> overImap(String address) throws MessagingException {
        try (Store store = session().getStore("imap")) {
            store.connect("127.0.0.1", ports.mailImap(), address, "any");
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(jakarta.mail.Folder.READ_ONLY);
                return subjects(List.of(inbox.getMessages()));
            }
        }
    }

    private static List<String> subjects(List<? extends Message> messages) {
        return messages.stream()
                .map(message -> {
                    try {
                        return message.getSubject();
                    } catch (MessagingException failure) {
                        throw new IllegalStateException(failure);
                    }
                })
                .toList();
    }
}
