package uk.concordat.local;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;

/** The process of the mail server: GreenMail, which keeps mail in memory, with each mail written to a file before it is accepted. */
final class MailServerProcess {

    private static final String LOOPBACK = "127.0.0.1";

    private final UserManager users;
    private final Mailboxes mailboxes;

    private MailServerProcess(UserManager users, Mailboxes mailboxes) {
        this.users = users;
        this.mailboxes = mailboxes;
    }

    /** Takes the ports of SMTP and IMAP, the bounce address, and the directory of the mailboxes. */
    public static void main(String[] arguments) throws Exception {
        Mailboxes mailboxes = new Mailboxes(Path.of(arguments[3]));
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(Integer.parseInt(arguments[0]), LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(Integer.parseInt(arguments[1]), LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig()
                .withUser(arguments[2], arguments[2], "any")
                .withDisabledAuthentication());
        // All is in place before anybody can connect.
        UserManager users = server.getUserManager();
        var process = new MailServerProcess(users, mailboxes);
        process.load();
        users.setMessageDeliveryHandler(process::deliver);
        server.start();
    }

    private void load() throws MessagingException, UserException {
        for (String address : mailboxes.addresses()) {
            for (MimeMessage message : mailboxes.of(address)) {
                user(address).deliver(message);
            }
        }
    }

    private GreenMailUser deliver(MovingMessage message, MailAddress to) throws MessagingException, UserException {
        String address = to.getEmail();
        try {
            mailboxes.add(address, message.getMessage());
        } catch (IOException failure) {
            throw new MessagingException("The mail could not be written", failure);
        }
        return user(address);
    }

    private GreenMailUser user(String address) throws UserException {
        GreenMailUser known = users.getUserByEmail(address);
        return known == null ? users.createUser(address, address, address) : known;
    }
}
