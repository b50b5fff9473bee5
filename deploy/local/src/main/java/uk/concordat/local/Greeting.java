package uk.concordat.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What {@code up} says when all is ready. */
final class Greeting {

    private static final String LINE = "  %-22s %s";

    private Greeting() {}

    static String of(LocalStack stack, Path directory, Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add("Concordat is ready, after %d.%d s".formatted(took.toSeconds(), took.toMillisPart() / 100));
        lines.add("");
        ServiceProcess.NAMES.forEach(name -> lines.add(
                LINE.formatted(name, stack.service(name) + "   API: " + stack.service(name) + "/q/swagger-ui")));
        lines.add(LINE.formatted(
                "PostgreSQL",
                stack.jdbcUrl("{council|enquiry|notification}") + "   user " + stack.superuser() + ", no password"));
        lines.add(LINE.formatted("Kafka", stack.bootstrapServers()));
        lines.add(LINE.formatted("Mail", "SMTP " + stack.smtp() + ", IMAP " + stack.imap() + " (any password)"));
        lines.add(LINE.formatted("Data and logs", directory));
        lines.add(LINE.formatted("Packs", stack.packs() + "   a council's pack that is put there is read at once"));
        lines.add(LINE.formatted(
                "Business time",
                Moments.show(stack.clock().now()) + ", "
                        + Moments.show(stack.clock().shift())));
        lines.add("");
        lines.add(LINE.formatted("A token", "./concordat token city-of-london.member-red-1"));
        lines.add(LINE.formatted(
                "A first look",
                "curl -H \"Authorization: Bearer $(./concordat token city-of-london.member-red-1)\" "
                        + stack.service("enquiry-service") + "/me"));
        lines.add(LINE.formatted("The clock", "./concordat clock +3wd"));
        lines.add(LINE.formatted("Mail that came", "./concordat mail officer-1"));
        lines.add("");
        lines.add("Ctrl-C stops everything and keeps the data.");
        return String.join(System.lineSeparator(), lines);
    }
}
