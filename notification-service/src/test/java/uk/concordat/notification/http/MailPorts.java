package uk.concordat.notification.http;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import uk.concordat.local.Ports;

/** Where the service finds a mail server, which the tests themselves start. */
public final class MailPorts implements QuarkusTestResourceLifecycleManager {

    /** Where the mail server itself takes mail in; the service goes through the gate before it. */
    static final String SERVER = "concordat.test.mail.server";

    /** Where it lets mail be read; the service goes through a gate there too. */
    static final String IMAP_SERVER = "concordat.test.imap.server";

    @Override
    public Map<String, String> start() {
        Ports free = Ports.free();
        Map<String, String> settings = new HashMap<>();
        settings.put(SERVER, Integer.toString(free.council()));
        settings.put(IMAP_SERVER, Integer.toString(free.enquiry()));
        settings.put("concordat.mail.smtp.host", "127.0.0.1");
        settings.put("concordat.mail.smtp.port", Integer.toString(free.mail()));
        settings.put("concordat.mail.from", "Concordat <concordat@council.example>");
        settings.put("concordat.mail.reply-to", "member-services@council.example");
        settings.put("concordat.mail.bounce-address", "bounces@council.example");
        settings.put("concordat.mail.portal", "https://portal.council.example/");
        settings.put("concordat.mail.timeout", "1S");
        settings.put("concordat.mail.retry.first", "0.2S");
        settings.put("concordat.mail.retry.longest", "1S");
        settings.put("concordat.mail.bounces.host", "127.0.0.1");
        settings.put("concordat.mail.bounces.port", Integer.toString(free.mailImap()));
        settings.put("concordat.mail.bounces.username", "bounces@council.example");
        settings.put("concordat.mail.bounces.password", "secret");
        settings.put("concordat.mail.bounces.every", "0.3S");
        return settings;
    }

    @Override
    public void stop() {
        // The ports were only chosen here.
    }
}
