package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.notification.mail.MailSweep;

/** What is told goes by mail too, over a real server that at times does not behave. */
@QuarkusTest
class MailTest extends MailedPerson {

    @Inject
    MailSweep sweep;

    private static String part(MimeMessage message, int part) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(part)
                .getContent()
                .toString();
    }

    @Test
    void what_is_told_arrives_in_words_that_name_nobody_and_tell_nothing_of_the_matter() throws Exception {
        Enquiry enquiry = missed();

        assertThat(await(enquiry, "sent")).containsEntry("attempts", 1).containsEntry("code", "250");
        assertThat(mailOf(enquiry)).containsKey("lastTriedAt");
        MimeMessage mail = arrived(enquiry).getFirst();
        assertThat(mail.getSubject()).isEqualTo("Late: acknowledgement of " + enquiry.reference());
        assertThat(PostOffice.header(mail, "From")).isEqualTo("Concordat <concordat@council.example>");
        assertThat(PostOffice.header(mail, "Reply-To")).isEqualTo("member-services@council.example");
        assertThat(PostOffice.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(PostOffice.header(mail, "Return-Path")).isEqualTo("<bounces@council.example>");
        assertThat(mail.getSentDate().toInstant()).isBetween(CHRISTMAS_EVE, CHRISTMAS_EVE.plusSeconds(300));
        assertThat(part(mail, 0)).isEqualToNormalizingNewlines("""
                The acknowledgement of %1$s was due by Wednesday 30 December 2026 (protocol, 7, as we read it; COL-28) and was not done in time.

                Case: %1$s
                What is owed: acknowledgement
                Due on: Wednesday 30 December 2026
                Paragraph: 7, as we read it (COL-28, protocol)

                Read more, and act, in the council's portal: https://portal.council.example/

                This message was sent by a machine. It names nobody and tells nothing of the matter itself.
                """.formatted(enquiry.reference()));
        assertThat(part(mail, 1)).startsWith("<!DOCTYPE html>").contains("<td>" + enquiry.reference() + "</td>");
    }

    @Test
    void the_same_username_in_two_councils_is_two_mailboxes() {
        Enquiry ofTheCity = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        eventually()
                .until(() -> postOffice
                                .arrived("officer-1@city-of-london.example", ofTheCity)
                                .size()
                        == 1);
        assertThat(postOffice.arrived("officer-1@harlow.example", ofTheCity)).isEmpty();
        assertThat(postOffice.arrived("officer-1@hackney.example", ofTheCity)).isEmpty();
    }

    @Test
    void to_who_has_left_by_the_day_it_is_sent_no_mail_goes_and_it_is_not_tried_again() {
        postOffice.gate().replies(address, "451 4.3.0 later", Integer.MAX_VALUE);
        Enquiry enquiry = missed();
        eventually().until(() -> "451".equals(mailOf(enquiry).get("code")));

        hackney.leaves(username, LocalDate.of(2026, 12, 23));

        eventually().until(() -> mailRows(enquiry, "status = 'refused' and code = 'left'") == 1);
        Enquiry later = missed();
        eventually().until(() -> mailRows(later, "status = 'refused' and code = 'left' and attempts = 1") == 1);
        assertThat(arrived(enquiry)).isEmpty();
        assertThat(arrived(later)).isEmpty();
    }

    /** Who has left can read nothing any more. */
    private static long mailRows(Enquiry enquiry, String condition) {
        return ServiceUnderTest.count(
                "mail join notification on notification.id = mail.notification",
                "reference = '%s' and %s".formatted(enquiry.reference(), condition));
    }

    @Test
    void who_has_no_address_is_told_in_the_inbox_alone() {
        hackney.person(username, Optional.empty());

        assertThat(told(Hackney.KEY, username, missed()).getFirst()).doesNotContainKey("mail");
    }

    @ParameterizedTest
    @ValueSource(strings = {"550 5.1.1 no such user", "554 5.7.1 not wanted"})
    void what_the_server_refuses_is_shown_and_not_tried_again(String reply) {
        postOffice.gate().replies(address, reply, 1);
        Enquiry enquiry = missed();

        assertThat(await(enquiry, "refused")).containsEntry("attempts", 1).containsEntry("code", reply.substring(0, 3));
        await(missed(), "sent");
        assertThat(arrived(enquiry)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"451 4.3.0 try later", "421 4.3.2 shutting down", "530 5.7.0 log in first"})
    void what_the_server_does_not_take_now_is_tried_again_under_one_message_id(String reply) {
        postOffice.gate().replies(address, reply, 2);
        Enquiry enquiry = missed();

        assertThat(await(enquiry, "sent")).containsEntry("attempts", 3);
        assertThat(arrived(enquiry)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a@hackney.example\r\nBcc: b@hackney.example", "a b@hackney.example", "a@b@c", "nobody", "@"})
    void to_what_is_no_address_nothing_is_ever_sent_and_it_is_shown(String noAddress) {
        hackney.person(username, Optional.of(noAddress));
        Enquiry enquiry = missed();

        assertThat(await(enquiry, "refused")).containsEntry("attempts", 1).containsEntry("code", "bad-address");
        assertThat(postOffice.arrived("b@hackney.example", enquiry)).isEmpty();
        assertThat(postOffice.arrived("a@hackney.example", enquiry)).isEmpty();
    }

    @Test
    void a_server_that_hangs_holds_up_neither_the_deadlines_nor_other_mail() {
        postOffice.gate().hangs(address, 2);
        Enquiry hanging = missed();
        eventually().until(() -> !Integer.valueOf(0).equals(mailOf(hanging).get("attempts")));

        looked(Hackney.KEY);
        Enquiry other = enquiry(Hackney.KEY, "officer-1")
                .says("received", Mention.of("set"))
                .says("deadline-breached", Mention.of("breached").told("manager-1", "line-manager"));
        eventually()
                .until(() ->
                        postOffice.arrived("manager-1@hackney.example", other).size() == 1);

        assertThat(await(hanging, "sent")).containsEntry("attempts", 3);
        assertThat(arrived(hanging)).hasSize(1);
    }

    @Test
    void a_server_that_drops_the_line_after_accepting_gets_it_again_under_the_same_message_id() throws Exception {
        postOffice.gate().dropsTheLineOnceAccepted(address, 1);
        Enquiry enquiry = missed();

        assertThat(await(enquiry, "sent")).containsEntry("attempts", 2);
        List<MimeMessage> twice = arrived(enquiry);
        assertThat(twice).hasSize(2);
        assertThat(twice.getFirst().getMessageID())
                .isEqualTo(twice.getLast().getMessageID())
                .endsWith("@council.example>");
    }

    @Test
    void what_a_worker_that_died_had_in_hand_is_sent_again_under_the_same_message_id() throws Exception {
        Enquiry enquiry = missed();
        await(enquiry, "sent");

        // As a worker leaves it that is killed between sending and recording, once its claim has run out.
        asOperator("""
                update mail set status = 'queued', code = null, claimed_until = clock_timestamp() - interval '1 second'
                where message_id = '%s'""".formatted(arrived(enquiry).getFirst().getMessageID()));

        eventually().until(() -> arrived(enquiry).size() == 2);
        assertThat(await(enquiry, "sent")).containsEntry("attempts", 2);
        assertThat(arrived(enquiry).getFirst().getMessageID())
                .isEqualTo(arrived(enquiry).getLast().getMessageID());
    }

    @Test
    void what_somebody_else_has_in_hand_is_left_to_them() throws Exception {
        Enquiry enquiry = missed();
        await(enquiry, "sent");
        String id = arrived(enquiry).getFirst().getMessageID();

        asOperator("""
                update mail set status = 'queued', claimed_until = clock_timestamp() + interval '1 hour'
                where message_id = '%s'""".formatted(id));
        await(missed(), "sent");

        assertThat(arrived(enquiry)).hasSize(1);
        asOperator("update mail set claimed_until = null where message_id = '%s'".formatted(id));
        eventually().until(() -> arrived(enquiry).size() == 2);
    }

    @Test
    void mail_waits_for_a_server_that_is_away_and_goes_once_it_is_back() {
        postOffice.gate().isAway(true);
        Enquiry enquiry = missed();
        try {
            eventually().until(() -> "unreachable".equals(mailOf(enquiry).get("code")));
            assertThat(mailOf(enquiry)).containsEntry("status", "queued");
        } finally {
            postOffice.gate().isAway(false);
        }

        await(enquiry, "sent");
        assertThat(arrived(enquiry)).hasSize(1);
    }

    @Test
    void what_has_not_been_taken_for_three_days_is_given_up_and_shown() throws Exception {
        postOffice.gate().replies(address, "451 4.3.0 try later", Integer.MAX_VALUE);
        Enquiry enquiry = missed();
        eventually().until(() -> "451".equals(mailOf(enquiry).get("code")));

        asOperator("update mail set queued_at = clock_timestamp() - interval '73 hours' where notification = '%s'"
                .formatted(told(Hackney.KEY, username, enquiry).getFirst().get("id")));

        assertThat(await(enquiry, "failed")).containsEntry("code", "451");
    }

    @Test
    void sweeps_at_the_same_time_send_each_mail_once() throws Exception {
        postOffice.gate().isAway(true);
        List<Enquiry> enquiries = List.of(missed(), missed(), missed());
        Callable<Boolean> replica = () -> sweep.of(new Tenant(Hackney.KEY));
        postOffice.gate().isAway(false);

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var swept : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                assertThat(swept.get()).isFalse();
            }
        }

        for (Enquiry enquiry : enquiries) {
            await(enquiry, "sent");
            assertThat(arrived(enquiry)).hasSize(1);
        }
    }

    @Test
    void a_reminder_goes_by_mail_too() {
        hackney.post(username, Hackney.holder(username));
        Enquiry enquiry = enquiry(Hackney.KEY, username).says("received", Mention.of("set"));

        ServiceUnderTest.clock(Instant.parse("2026-12-29T00:00:00Z"));

        eventually().until(() -> arrived(enquiry).size() == 1);
        assertThat(PostOffice.header(arrived(enquiry).getFirst(), "Subject"))
                .isEqualTo("Reminder: acknowledgement of " + enquiry.reference());
    }
}
