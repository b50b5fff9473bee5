package uk.concordat.notification.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A name and password for a mail server, where one is needed. */
final class Login extends Authenticator {

    private final String username;
    private final String password;

    private Login(String username, String password) {
        this.username = username;
        this.password = password;
    }

    static @Nullable Authenticator of(Optional<String> username, Optional<String> password) {
        return username.map(name -> new Login(name, password.orElse(""))).orElse(null);
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(username, password);
    }
}
