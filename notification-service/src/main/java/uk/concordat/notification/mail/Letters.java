package uk.concordat.notification.mail;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.concordat.notification.application.MailConfiguration;
import uk.concordat.notification.domain.MailAddress;
import uk.concordat.notification.domain.Notice;

/** Writes mail: what is told, the reference, dates and the paragraph, and not a word of the matter itself. */
@ApplicationScoped
public class Letters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);

    private final Template text;
    private final Template html;
    private final MailConfiguration configuration;

    public Letters(
            @Location("letter.txt") Template text,
            @Location("letter.html") Template html,
            MailConfiguration configuration) {
        this.text = text;
        this.html = html;
        this.configuration = configuration;
    }

    Letter write(Notice notice, MailAddress to, String messageId, Instant toldAt) {
        return new Letter(
                messageId,
                to,
                notice.subject(),
                filled(text, notice).render(),
                filled(html, notice).render(),
                toldAt);
    }

    private TemplateInstance filled(Template template, Notice notice) {
        return template.data("subject", notice.subject())
                .data("text", notice.text())
                .data("reference", notice.reference())
                .data("kind", notice.kind().replace('-', ' '))
                .data("dueOn", DAY.format(notice.dueOn()))
                .data("paragraph", notice.basis().paragraph())
                .data("rule", notice.basis().rule())
                .data("source", notice.basis().source().replace('-', ' '))
                .data("portal", configuration.portal().orElse(""));
    }
}
