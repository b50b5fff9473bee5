package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes back. */
@QuarkusTest
class BouncesTest extends MailedPerson {

    @Test
    void a_report_that_it_could_not_be_delivered_marks_it_as_bounced_with_the_status_alone() throws Exception {
        Enquiry enquiry = missed();
        await(enquiry, "sent");

        postOffice.comesBack(
                report("failed", "5.1.1", arrived(enquiry).getFirst().getMessageID()));

        assertThat(await(enquiry, "bounced")).containsEntry("code", "5.1.1");
    }

    @Test
    void what_says_of_no_mail_of_ours_that_it_failed_changes_nothing() throws Exception {
        Enquiry enquiry = missed();
        await(enquiry, "sent");
        String id = arrived(enquiry).getFirst().getMessageID();

        postOffice.comesBack(report("delayed", "4.4.1", id));
        postOffice.comesBack(report("failed", "5.1.1", "<somebody-elses@council.example>"));
        postOffice.comesBack("From: a@b.example\nSubject: Out of office\nIn-Reply-To: " + id + "\n\nI am away.\n");
        postOffice.comesBack("Content-Type: multipart/report; boundary=none\n\nbroken");
        eventually().until(postOffice::bouncesAreRead);

        assertThat(mailOf(enquiry)).containsEntry("status", "sent");
    }

    @Test
    void a_status_that_is_none_is_not_kept() throws Exception {
        Enquiry enquiry = missed();
        await(enquiry, "sent");

        postOffice.comesBack(report(
                "failed", "he has left in anger", arrived(enquiry).getFirst().getMessageID()));

        assertThat(await(enquiry, "bounced")).containsEntry("code", "5.0.0");
    }

    /** Whether the server says no to it each time, or each time the line is lost over it. */
    @ParameterizedTest
    @EnumSource
    void a_message_that_cannot_be_fetched_holds_up_none_that_comes_after_it(ImapGate.Manner manner) throws Exception {
        Enquiry first = missed();
        Enquiry second = missed();
        await(first, "sent");
        await(second, "sent");
        postOffice.bounces().keepsBack(postOffice.countOfBounces() + 1, manner);

        postOffice.comesBack(report("failed", "5.1.1", arrived(first).getFirst().getMessageID()));
        postOffice.comesBack(
                report("failed", "5.2.2", arrived(second).getFirst().getMessageID()));
        assertThat(await(second, "bounced")).containsEntry("code", "5.2.2");
        assertThat(mailOf(first)).containsEntry("status", "sent");

        postOffice.bounces().keepsBack(0, manner);
        assertThat(await(first, "bounced")).containsEntry("code", "5.1.1");
    }

    private static String report(String action, String status, String messageId) {
        return """
                From: MAILER-DAEMON@hackney.example
                To: bounces@council.example
                Subject: Undelivered
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="part"

                --part
                Content-Type: text/plain

                It could not be delivered.

                --part
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.hackney.example

                Final-Recipient: rfc822; somebody@hackney.example
                Action: %s
                Status: %s

                --part
                Content-Type: text/rfc822-headers

                From: concordat@council.example
                Subject: Late
                Message-ID: %s

                --part--
                """.formatted(action, status, messageId);
    }
}
