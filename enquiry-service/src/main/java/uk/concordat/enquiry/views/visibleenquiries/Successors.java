package uk.concordat.enquiry.views.visibleenquiries;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/**
 * Who takes on what was somebody's who has left. An officer is succeeded by whoever holds the post that was theirs on their
 * last day or, while it is vacant, the nearest above it; who else has left, and what is with a post that nobody stands above,
 * is seen to by member services, or by the Monitoring Officer where that has nobody. Like what is {@link Vacated} it follows
 * from the day alone.
 */
public final class Successors {

    /** The first of these roles that anybody in office has. */
    private static final List<String> ROLES_THAT_STEP_IN = List.of("member-services", "monitoring-officer");

    private final Directory directory;
    private final LocalDate day;
    private final Vacated vacated;

    private Successors(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
        this.vacated = Vacated.on(directory, day);
    }

    public static Successors today(Situation situation) {
        return on(situation.directory(), situation.today());
    }

    static Successors on(Directory directory, LocalDate day) {
        return new Successors(directory, day);
    }

    /** Whether somebody stands for who has asked something and has left. */
    public boolean standsForAsker(PersonId person, PersonId asker) {
        if (!vacated.hasLeft(asker)) {
            return false;
        }
        Set<PersonId> successors = successorsOf(asker);
        return successors.isEmpty() ? stepsIn(person) : successors.contains(person);
    }

    /** Whether somebody stands for whoever would hold a post, or one above it. */
    public boolean standsForHolder(PersonId person, PostId post) {
        return vacated.isLeftToNobody(post) && stepsIn(person);
    }

    /** All who have left and for whom somebody stands. */
    List<UUID> stoodForBy(PersonId person) {
        if (stepsIn(person)) {
            return vacated.people().stream()
                    .filter(left -> standsForAsker(person, new PersonId(left)))
                    .toList();
        }
        return Stream.concat(
                        directory.postsOf(person, day).stream().map(PostDocument::id),
                        directory.postsBelow(person, day).stream().filter(below -> answersFor(person, below)))
                .flatMap(post -> directory.post(new PostId(post)).stream())
                .flatMap(post -> post.holders().stream())
                .map(PostDocument.Holder::person)
                .distinct()
                .filter(left -> standsForAsker(person, new PersonId(left)))
                .toList();
    }

    /** All posts for whose holder somebody stands. */
    List<UUID> postsStoodForBy(PersonId person) {
        return stepsIn(person)
                ? vacated.posts().stream()
                        .filter(post -> vacated.isLeftToNobody(new PostId(post)))
                        .toList()
                : List.of();
    }

    private boolean answersFor(PersonId person, UUID post) {
        return vacated.answeringFor(new PostId(post)).anyMatch(person::equals);
    }

    /** None of a member: what they ask is theirs, and of no post they may have held, such as a leader's. */
    private Set<PersonId> successorsOf(PersonId left) {
        return isMember(left)
                ? Set.of()
                : vacated.leftSince(left).stream()
                        .flatMap(since -> directory.postsOf(left, since.minusDays(1)).stream())
                        .flatMap(post -> vacated.answeringFor(new PostId(post.id())))
                        .filter(successor -> !isMember(successor))
                        .collect(Collectors.toSet());
    }

    private boolean isMember(PersonId person) {
        return directory.person(person).filter(found -> found.kind().isMember()).isPresent();
    }

    private boolean stepsIn(PersonId person) {
        return ROLES_THAT_STEP_IN.stream()
                .map(this::inOfficeWith)
                .filter(people -> !people.isEmpty())
                .findFirst()
                .filter(people -> people.contains(person))
                .isPresent();
    }

    private Set<PersonId> inOfficeWith(String role) {
        return directory.postsWithRole(role, day).stream()
                .flatMap(post -> vacated.holdersOf(new PostId(post.id())))
                .filter(holder -> !isMember(holder))
                .collect(Collectors.toSet());
    }
}
