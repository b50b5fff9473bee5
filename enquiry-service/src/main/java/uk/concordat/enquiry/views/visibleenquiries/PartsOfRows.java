package uk.concordat.enquiry.views.visibleenquiries;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.concordat.enquiry.domain.Part;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.protocols.people.PersonId;

/** What a person is to an enquiry, asked of a row of the view. */
final class PartsOfRows {

    /** The person, the posts they hold as an officer, those below, those that fall to theirs, and for whom and for which posts they stand. */
    static final String OF_ME = """
            (select ?::uuid as caller, ?::uuid[] as posts, ?::uuid[] as below, ?::uuid[] as falling, ?::uuid[] as stood_for,
              ?::uuid[] as posts_stood_for) as me""";

    private PartsOfRows() {}

    /** What {@link #OF_ME} asks of somebody, in its order: no more of it than these parts need. */
    static List<Object> of(Situation situation, Collection<Part> parts) {
        PersonId caller = situation.caller().id();
        Directory directory = situation.directory();
        Successors successors = Successors.today(situation);
        return List.of(
                caller.value(),
                directory.postsHeldAsOfficer(caller, situation.today()).stream()
                        .map(PostDocument::id)
                        .toList(),
                where(parts, Part.ABOVE, () -> directory.postsBelow(caller, situation.today())),
                where(parts, Part.NEAREST_ABOVE, () -> Vacated.today(situation).fallingTo(caller)),
                where(parts, Part.STANDS_FOR_ASKER, () -> successors.stoodForBy(caller)),
                where(parts, Part.STANDS_FOR_HOLDER, () -> successors.postsStoodForBy(caller)));
    }

    private static List<UUID> where(Collection<Part> parts, Part part, Supplier<List<UUID>> found) {
        return parts.contains(part) ? found.get() : List.of();
    }

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
            case STANDS_FOR_ASKER ->
                "direction = 'officer-to-member' and officer_person = any (me.stood_for)"
                        + " or direction = 'member-to-officer' and member = any (me.stood_for)";
            case STANDS_FOR_HOLDER -> "direction = 'member-to-officer' and officer_post = any (me.posts_stood_for)";
        };
    }
}
