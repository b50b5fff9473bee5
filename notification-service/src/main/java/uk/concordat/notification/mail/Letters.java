package uk.concordat.notification.mail;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import uk.concordat.notification.application.MailConfiguration;
import uk.concordat.notification.domain.MailAddress;
import uk.concordat.notification.domain.Notice;
import uk.concordat.notification.domain.Wording;

/** Writes mail: what is told, the reference, dates and the paragraph, and not a word of the matter itself. */
@ApplicationScoped
public class Letters {

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

    Letter write(Wording wording, MailAddress to, String messageId, Instant toldAt) {
        return new Letter(
                messageId,
                to,
                wording.subject(),
                filled(text, wording).render(),
                filled(html, wording).render(),
                toldAt);
    }

    private TemplateInstance filled(Template template, Wording wording) {
        Notice notice = wording.notice();
        return template.data("subject", wording.subject())
                .data("text", wording.text())
                .data("reference", notice.reference())
                .data("kind", wording.kind())
                .data("dueOn", wording.dueOn())
                .data("paragraph", notice.basis().paragraphInWords())
                .data("rule", notice.basis().rule())
                .data("source", wording.source())
                .data("portal", configuration.portal().orElse(""));
    }
}
