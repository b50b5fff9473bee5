package uk.concordat.system;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.local.LocalStack;

/** I4: what came of each message, in each consumer. */
record Effects(LocalStack stack, Stored stored, String council, List<String> strangers) {

    /** Each consumer stands at the last message of each subject, and each lapse was answered once. */
    void eachMessageWasTakenInOnce(List<Stored.Event> enquiries, List<Stored.Event> lapses) {
        Difference.none(
                "I4 notification-service stands at",
                taken("notification").entrySet(),
                lastSequences(enquiries).entrySet());
        Difference.none(
                "I4 enquiry-service stands at",
                taken("enquiry").entrySet(),
                lastSequences(lapses).entrySet());
        Map<String, Long> answers = enquiries.stream()
                .filter(event -> Set.of("deadline-breached", "deadline-spared").contains(event.type()))
                .collect(groupingBy(Deadlines::lapse, counting()));
        assertThat(answers.entrySet().stream().filter(answer -> answer.getValue() > 1))
                .as("I4 lapses answered twice")
                .isEmpty();
        assertThat(Difference.without(lapses.stream().map(Deadlines::lapse).toList(), answers.keySet()))
                .as("I4 lapses not answered")
                .isEmpty();
    }

    private Map<String, Long> taken(String database) {
        return stored
                .rows(
                        database,
                        "select subject, sequence from inbox where tenant = '%s' and consumer = '%s-service'"
                                .formatted(council, database),
                        row -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .filter(each -> !strangers.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Long> lastSequences(List<Stored.Event> events) {
        return events.stream()
                .collect(Collectors.toMap(event -> event.stream().toString(), Stored.Event::sequence, Math::max));
    }

    /** What is in the mailboxes was meant to be sent; what was sent is there. The same mail may be there again, a second one not. */
    void eachMailWasMeantAndNobodyHasTwoOfOneNotice() {
        Map<String, String> meant = stored
                .rows(
                        "notification",
                        "select message_id, status from mail where tenant = '%s'".formatted(council),
                        row -> Map.entry(row.getString(1), row.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Set<String> arrived = stack.mailboxes().ofDomain(council + ".example").stream()
                .map(Effects::messageId)
                .collect(Collectors.toSet());
        assertThat(Difference.without(arrived, meant.keySet()))
                .as("I4 mail that nobody meant to send")
                .isEmpty();
        assertThat(Difference.without(
                        meant.entrySet().stream()
                                .filter(mail -> mail.getValue().equals("sent"))
                                .map(Map.Entry::getKey)
                                .toList(),
                        arrived))
                .as("I4 mail that was sent and did not arrive")
                .isEmpty();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
