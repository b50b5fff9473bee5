package uk.concordat.local;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The mail that has reached somebody, in words. */
final class MailReport {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK).withZone(ZoneId.of("Europe/London"));
    private static final String LINE = "%-9s%s";
    private static final String RULE = "-".repeat(72);

    private MailReport() {}

    static String of(List<MailAddresses.Found> people, Mailboxes mailboxes) {
        List<String> lines = new ArrayList<>();
        for (MailAddresses.Found person : people) {
            String who = person.person() + " of " + person.council();
            if (person.address().isEmpty()) {
                lines.add(who + " has no address.");
            } else {
                List<MimeMessage> mail = mailboxes.of(person.address().get());
                lines.add(
                        mail.isEmpty()
                                ? "Nothing has arrived for %s.".formatted(who)
                                : "%d arrived for %s.".formatted(mail.size(), who));
                mail.forEach(message -> lines.add(shown(message)));
            }
            lines.add("");
        }
        return String.join(System.lineSeparator(), lines).stripTrailing();
    }

    private static String shown(MimeMessage message) {
        try {
            @Nullable Date date = message.getSentDate();
            return String.join(
                    System.lineSeparator(),
                    RULE,
                    LINE.formatted("Date:", date == null ? "" : DATE.format(date.toInstant())),
                    LINE.formatted("From:", addresses(message.getFrom())),
                    LINE.formatted("To:", addresses(message.getRecipients(Message.RecipientType.TO))),
                    LINE.formatted("Subject:", message.getSubject()),
                    "",
                    text(message).strip());
        } catch (MessagingException | IOException unreadable) {
            throw new StackFailure("A mail that has arrived cannot be shown", unreadable);
        }
    }

    private static String addresses(jakarta.mail.Address @Nullable [] addresses) {
        List<String> all = new ArrayList<>();
        if (addresses != null) {
            for (jakarta.mail.Address address : addresses) {
                all.add(address.toString());
            }
        }
        return String.join(", ", all);
    }

    /** The first part that is plain text. */
    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString().replace("\r\n", System.lineSeparator());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                String text = text(each);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
