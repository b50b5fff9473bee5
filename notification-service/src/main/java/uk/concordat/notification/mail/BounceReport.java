package uk.concordat.notification.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;
import org.eclipse.angus.mail.dsn.Report;
import org.jspecify.annotations.Nullable;

/**
 * A report that a mail could not be delivered (RFC 3464).
 *
 * @param messageId of the mail that it is about
 * @param code its status, such as {@code 5.1.1}; no text of the report
 */
record BounceReport(String messageId, String code) {

    private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");
    private static final String NO_STATUS = "5.0.0";

    /** The report; empty for a message that is none, or one that says of no recipient that delivery has failed. */
    static Optional<BounceReport> in(Message message) throws MessagingException, IOException {
        if (!message.isMimeType("multipart/report")) {
            return Optional.empty();
        }
        MultipartReport report = new MultipartReport(message.getDataHandler().getDataSource());
        @Nullable Report about = report.getReport();
        @Nullable MimeMessage returned = report.getReturnedMessage();
        if (!(about instanceof DeliveryStatus status) || returned == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(returned.getMessageID())
                .flatMap(id -> failure(status).map(code -> new BounceReport(id.strip(), code)));
    }

    private static Optional<String> failure(DeliveryStatus status) {
        for (int i = 0; i < status.getRecipientDSNCount(); i++) {
            InternetHeaders recipient = status.getRecipientDSN(i);
            if ("failed".equalsIgnoreCase(first(recipient, "Action"))) {
                String code = first(recipient, "Status");
                return Optional.of(STATUS.matcher(code).matches() ? code : NO_STATUS);
            }
        }
        return Optional.empty();
    }

    private static String first(InternetHeaders headers, String name) {
        String @Nullable [] values = headers.getHeader(name);
        return values == null ? "" : values[0].strip();
    }
}
