package uk.concordat.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mail server of the stack's own (GreenMail) in a process of its own: takes in whatever is sent to anybody, over SMTP, and shows it over IMAP. */
final class MailServer implements Component {

    private static final Duration START = Duration.ofSeconds(30);
    private static final String DOMAIN = "local.concordat.invalid";

    private final Mailboxes mailboxes;
    private final int port;
    private final int imapPort;
    private final ManagedProcess process;

    MailServer(StackDirectory directory, int port, int imapPort) {
        this.mailboxes = new Mailboxes(directory.mailData());
        this.port = port;
        this.imapPort = imapPort;
        this.process = new ManagedProcess("mail", directory);
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public int port() {
        return port;
    }

    String smtp() {
        return "127.0.0.1:" + port;
    }

    String imap() {
        return "127.0.0.1:" + imapPort;
    }

    Mailboxes mailboxes() {
        return mailboxes;
    }

    /** What the service that sends mail is told of this server; nothing for any other. */
    Map<String, String> configuration(String service) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (service.equals("notification-service")) {
            settings.put("concordat.mail.smtp.host", "127.0.0.1");
            settings.put("concordat.mail.smtp.port", Integer.toString(port));
            settings.put("concordat.mail.from", "Concordat <concordat@%s>".formatted(DOMAIN));
            settings.put("concordat.mail.bounce-address", "bounces@" + DOMAIN);
            settings.put("concordat.mail.retry.first", "1S");
            settings.put("concordat.mail.retry.longest", "10S");
            settings.put("concordat.mail.bounces.host", "127.0.0.1");
            settings.put("concordat.mail.bounces.port", Integer.toString(imapPort));
            settings.put("concordat.mail.bounces.username", "bounces@" + DOMAIN);
            settings.put("concordat.mail.bounces.password", "any");
            settings.put("concordat.mail.bounces.every", "2S");
        }
        return settings;
    }

    /** Starts it with the mail that arrived before, and waits until it answers. */
    @Override
    public MailServer start() {
        process.start(
                List.of(
                        "-Xms16m",
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        MailServerProcess.class.getName(),
                        Integer.toString(port),
                        Integer.toString(imapPort),
                        "bounces@" + DOMAIN,
                        mailboxes.root().toString()),
                Map.of("CLASSPATH", Jdk.classPath()));
        if (!Waiting.until(() -> !isRunning() || isReady(), START) || !isRunning()) {
            throw new StackFailure("The mail server did not start. Its log is %s and ends:%n%s"
                    .formatted(process.log(), process.lastLines(15)));
        }
        return this;
    }

    @Override
    public boolean isReady() {
        return Waiting.listens(port) && Waiting.listens(imapPort);
    }

    @Override
    public List<ProcessHandle> processes() {
        return process.process().stream().toList();
    }

    @Override
    public void kill() {
        process.kill();
    }

    @Override
    public void stop() {
        process.stop();
    }

    @Override
    public void close() {
        process.close();
    }
}
