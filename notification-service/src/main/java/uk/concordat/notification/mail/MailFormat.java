package uk.concordat.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import uk.concordat.notification.application.MailConfiguration;
import uk.concordat.notification.application.MailIdentity;

/** How this installation's mail looks on the wire, and by which server and with what patience it goes. */
@ApplicationScoped
public class MailFormat {

    private final MailConfiguration configuration;
    private final MailIdentity identity;

    public MailFormat(MailConfiguration configuration, MailIdentity identity) {
        this.configuration = configuration;
        this.identity = identity;
    }

    /** @throws IllegalStateException if there is a server and no From that is an address */
    Session session() {
        MailConfiguration.Smtp smtp = configuration.smtp();
        String timeout = Long.toString(configuration.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.smtp.host", smtp.host().orElse(""));
        properties.put("mail.smtp.port", Integer.toString(smtp.port()));
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.localhost", identity.domain());
        properties.put("mail.smtp.from", envelopeSender());
        properties.put("mail.smtp.dsn.notify", "FAILURE");
        properties.put("mail.smtp.dsn.ret", "HDRS");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.requireTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.auth", Boolean.toString(smtp.username().isPresent()));
        return Session.getInstance(properties, Login.of(smtp.username(), smtp.password()));
    }

    MimeMessage message(Session session, Letter letter) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), "UTF-8", "html");
        MimeMessage message = new WithItsOwnId(session, letter.messageId());
        message.setFrom(from());
        Optional<String> replyTo = configuration.replyTo();
        if (replyTo.isPresent()) {
            message.setReplyTo(InternetAddress.parse(replyTo.get(), true));
        }
        message.setRecipient(
                Message.RecipientType.TO, new InternetAddress(letter.to().value()));
        message.setSubject(letter.subject(), "UTF-8");
        message.setSentDate(Date.from(letter.writtenAt()));
        // No machine that answers by itself is to answer this one (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", "en-GB");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    private InternetAddress from() {
        String from = configuration
                .from()
                .orElseThrow(() -> new IllegalStateException("Mail is to be sent, and concordat.mail.from is not set"));
        try {
            return new InternetAddress(from, true);
        } catch (AddressException noAddress) {
            throw new IllegalStateException("concordat.mail.from is no address: " + from, noAddress);
        }
    }

    private String envelopeSender() {
        return configuration.bounceAddress().orElseGet(() -> from().getAddress());
    }

    /** A message that keeps the Message-ID it was given. */
    private static final class WithItsOwnId extends MimeMessage {

        private final String id;

        WithItsOwnId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
