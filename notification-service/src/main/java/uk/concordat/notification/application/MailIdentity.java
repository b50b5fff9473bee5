package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether this installation sends mail, and under which domain its Message-IDs are unique. */
@ApplicationScoped
public class MailIdentity {

    private final MailConfiguration configuration;

    public MailIdentity(MailConfiguration configuration) {
        this.configuration = configuration;
    }

    boolean sendsMail() {
        return configuration.smtp().host().isPresent();
    }

    /** The domain of the From. */
    public String domain() {
        String from = configuration.from().orElse("");
        String domain =
                from.substring(from.lastIndexOf('@') + 1).replace(">", "").strip();
        return domain.isEmpty() ? "localhost" : domain;
    }
}
