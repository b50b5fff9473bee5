package uk.concordat.notification.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.SocketTimeoutException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes mail to the server, one after the other over one connection as long as that holds. */
final class Postman implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final Session session;
    private final MailFormat format;
    private @Nullable Transport connection;

    Postman(Session session, MailFormat format) {
        this.session = session;
        this.format = format;
    }

    Delivery deliver(Letter letter) {
        Transport connected;
        try {
            connected = connect();
        } catch (AuthenticationFailedException refused) {
            return new Delivery.Unreachable("login-refused");
        } catch (MessagingException away) {
            LOG.infof("The mail server cannot be spoken to: %s", away.getMessage());
            return new Delivery.Unreachable("unreachable");
        }
        try {
            MimeMessage message = format.message(session, letter);
            connected.sendMessage(
                    message,
                    new InternetAddress[] {new InternetAddress(letter.to().value())});
            return new Delivery.Accepted();
        } catch (MessagingException failed) {
            close();
            return failure(failed);
        }
    }

    private Transport connect() throws MessagingException {
        Transport open = connection;
        // Asks the server, so a connection that it has ended meanwhile is not taken for a lost mail.
        if (open == null || !open.isConnected()) {
            open = session.getTransport("smtp");
            open.connect();
            connection = open;
        }
        return open;
    }

    private static Delivery failure(MessagingException failed) {
        OptionalInt reply = reply(failed);
        if (reply.isPresent()) {
            int code = reply.getAsInt();
            // 530 and its kin are about how this installation logs in, and not about the mail.
            boolean isFinal = code >= 500 && code <= 599 && (code < 530 || code > 538);
            return isFinal ? new Delivery.Refused(Integer.toString(code)) : new Delivery.NotNow(Integer.toString(code));
        }
        return new Delivery.NotNow(isTimeout(failed) ? "timeout" : "connection-lost");
    }

    private static OptionalInt reply(MessagingException failed) {
        @Nullable Exception each = failed;
        while (each instanceof MessagingException next) {
            int code = switch (next) {
                case SMTPAddressFailedException address -> address.getReturnCode();
                case SMTPSenderFailedException sender -> sender.getReturnCode();
                case SMTPSendFailedException send -> send.getReturnCode();
                case SendFailedException _ -> -1;
                default -> -1;
            };
            if (code >= 400) {
                return OptionalInt.of(code);
            }
            each = next.getNextException();
        }
        return OptionalInt.empty();
    }

    private static boolean isTimeout(MessagingException failed) {
        @Nullable Throwable each = failed;
        while (each != null) {
            if (each instanceof SocketTimeoutException) {
                return true;
            }
            each = each instanceof MessagingException message ? message.getNextException() : each.getCause();
        }
        return false;
    }

    @Override
    public void close() {
        Transport open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException alreadyGone) {
                LOG.debugf("The connection to the mail server ended by itself: %s", alreadyGone.getMessage());
            }
        }
    }
}
