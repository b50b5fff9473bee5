package uk.concordat.enquiry.views.visibleenquiries;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.enquiry.domain.Part;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.PostDocument;

/** What a person is to an enquiry, asked of a row of the view. */
final class PartsOfRows {

    /** The person, the posts they hold as an officer, those below, and of these the vacant ones to which theirs is the nearest. */
    static final String OF_ME =
            "(select ?::uuid as caller, ?::uuid[] as posts, ?::uuid[] as below, ?::uuid[] as falling) as me";

    private PartsOfRows() {}

    /** The condition of being any of these, where {@link #OF_ME} is among the tables. */
    static String anyOf(Collection<Part> parts) {
        return parts.stream().map(PartsOfRows::condition).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String condition(Part part) {
        return switch (part) {
            case ASKING_MEMBER -> "direction = 'member-to-officer' and member = me.caller";
            case LOGGER -> "logged_by = me.caller";
            case ASKING_OFFICER -> "direction = 'officer-to-member' and officer_person = me.caller";
            case HOLDER -> "officer_post = any (me.posts)";
            case ABOVE -> "officer_post = any (me.below)";
            case NEAREST_ABOVE -> "officer_post = any (me.falling)";
            case ASKED_MEMBER -> "direction = 'officer-to-member' and member = me.caller";
        };
    }

    static List<UUID> postsOf(Situation situation) {
        return situation.directory().postsHeldAsOfficer(situation.caller().id(), situation.today()).stream()
                .map(PostDocument::id)
                .toList();
    }

    static List<UUID> postsBelow(Situation situation) {
        return situation.directory().postsBelow(situation.caller().id(), situation.today());
    }
}
