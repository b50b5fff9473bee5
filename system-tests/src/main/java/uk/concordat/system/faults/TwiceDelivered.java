package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** F7: every record is put on its topic a second time, and each service takes all records anew from the first. */
final class TwiceDelivered implements Fault {

    private static final Map<String, List<String>> GROUPS = Map.of(
            "notification-service", List.of("notification-service.enquiries", "notification-service.councils"),
            "enquiry-service", List.of("enquiry-service.notifications", "enquiry-service.councils"));

    private static final Duration UNDER_WAY = Duration.ofSeconds(2);

    private long mailsAtRest;

    @Override
    public void strike(Scene scene) {
        Pause.of(UNDER_WAY);
        scene.crowd().end();
        scene.rest();
        new AWeek().passes(scene, () -> {});
        mailsAtRest = mails(scene);
        int doubled = 0;
        for (String channel : List.of("enquiries", "notifications")) {
            RawTopic topic = scene.topic(channel);
            // What was no message in an earlier round would be one thing more that an operator has to leave aside.
            var records = topic.records().stream()
                    .filter(record -> record.headers().lastHeader("ce_id") != null)
                    .map(RawTopic::copy)
                    .toList();
            topic.put(records);
            doubled += records.size();
        }
        GROUPS.forEach((service, groups) -> {
            scene.stack().stop(service);
            groups.forEach(group -> new ConsumerGroup(group, scene.stack().bootstrapServers()).rewind());
            new Kill(scene.stack()).start(service);
        });
        scene.note("delivered again", "%d records put on their topics twice, and all read anew", doubled);
    }

    @Override
    public void check(Scene scene) {
        assertThat(mailsAtRest).as("F7 mails before").isPositive();
        assertThat(mails(scene)).as("F7 mails in the mailboxes").isEqualTo(mailsAtRest);
    }

    private static long mails(Scene scene) {
        return scene.stack()
                .mailboxes()
                .ofDomain(scene.portal().council() + ".example")
                .size();
    }
}
