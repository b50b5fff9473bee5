package uk.concordat.enquiry.views.visibleenquiries;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which of the enquiries that a person may see are asked for; what is empty does not narrow.
 *
 * @param statuses any of these
 * @param overdue whether a date that is still owed has gone
 * @param mine only those the person asked, logged or owes an answer to
 * @param posts those with one of these posts, such as all below a director's
 * @param member the member who asked, or who was asked
 * @param subject words that the subject holds, whatever their case
 */
public record Filter(
        List<String> statuses,
        Optional<Boolean> overdue,
        boolean mine,
        Optional<List<UUID>> posts,
        Optional<UUID> member,
        Optional<String> subject) {

    /** The pattern of the subject for a comparison in which nothing that was sent is a wildcard. */
    Optional<String> subjectPattern() {
        return subject.map(
                words -> "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }
}
