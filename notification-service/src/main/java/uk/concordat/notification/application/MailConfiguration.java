package uk.concordat.notification.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this installation sends mail; without a server it sends none. */
@ConfigMapping(prefix = "concordat.mail")
public interface MailConfiguration {

    Smtp smtp();

    /** The From of every mail; needed where there is a server. */
    Optional<String> from();

    Optional<String> replyTo();

    /** The envelope's sender, to which mail that cannot be delivered comes back; the From if not set. */
    Optional<String> bounceAddress();

    /** Where the council's portal is. */
    Optional<String> portal();

    /** How long a server may take to answer at any step. */
    @WithDefault("5S")
    Duration timeout();

    Retry retry();

    Bounces bounces();

    /** The server that takes mail in. */
    interface Smtp {

        Optional<String> host();

        @WithDefault("25")
        int port();

        Optional<String> username();

        Optional<String> password();

        /** Whether only an encrypted connection will do; where the server offers one it is used anyway. */
        @WithDefault("false")
        boolean requireTls();
    }

    /** How often a mail is tried again. */
    interface Retry {

        @WithDefault("15S")
        Duration first();

        @WithDefault("1H")
        Duration longest();

        @WithDefault("3D")
        Duration giveUp();
    }

    /** The mailbox of the bounce address, by IMAP; without a server it is not looked at. */
    interface Bounces {

        Optional<String> host();

        @WithDefault("143")
        int port();

        Optional<String> username();

        Optional<String> password();

        @WithDefault("false")
        boolean tls();

        @WithDefault("30S")
        Duration every();
    }
}
