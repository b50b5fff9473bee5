package uk.concordat.enquiry.views.visibleenquiries;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Dated;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/**
 * What nobody answers for on a day: posts that nobody in office holds, and the people who have left. It follows from the
 * council's dated documents as they are, so the day alone changes it and no message is needed.
 */
public final class Vacated {

    private final Directory directory;
    private final LocalDate day;

    private Vacated(Directory directory, LocalDate day) {
        this.directory = directory;
        this.day = day;
    }

    public static Vacated today(Situation situation) {
        return on(situation.directory(), situation.today());
    }

    static Vacated on(Directory directory, LocalDate day) {
        return new Vacated(directory, day);
    }

    /** Those who were in office before, and are not now. */
    List<UUID> people() {
        return directory
                .peopleAfter("")
                .filter(person -> person.leftBefore(day).isPresent())
                .map(PersonDocument::id)
                .toList();
    }

    /** Those that no officer in office holds. */
    List<UUID> posts() {
        return vacant().map(PostDocument::id).toList();
    }

    /** Of these, those that somebody's is the nearest above that is held. */
    List<UUID> fallingTo(PersonId person) {
        return vacant().map(PostDocument::id)
                .filter(post -> nearestAbove(new PostId(post))
                        .filter(above -> directory.holds(person, above, day))
                        .isPresent())
                .toList();
    }

    /** Those who hold a post in office or, while nobody does, the nearest above it that somebody does. */
    Stream<PersonId> answeringFor(PostId post) {
        return isVacant(post) ? nearestAbove(post).stream().flatMap(this::holdersOf) : holdersOf(post);
    }

    /** Whether nobody in office holds a post, or any above it. */
    boolean isLeftToNobody(PostId post) {
        return isVacant(post) && nearestAbove(post).isEmpty();
    }

    boolean hasLeft(PersonId person) {
        return leftSince(person).isPresent();
    }

    private boolean isVacant(PostId post) {
        return directory.post(post).filter(found -> !isVacant(found)).isEmpty();
    }

    private Optional<PostId> nearestAbove(PostId post) {
        return directory.lineAbove(post, day).stream()
                .filter(above -> !isVacant(above))
                .findFirst();
    }

    private Stream<PostDocument> vacant() {
        return directory.postsAfter("").filter(this::isVacant);
    }

    private boolean isVacant(PostDocument post) {
        return !post.on(day)
                || post.holders().stream().filter(holder -> holder.on(day)).noneMatch(this::isOfficer);
    }

    private boolean isOfficer(PostDocument.Holder holder) {
        return directory
                .person(new PersonId(holder.person()))
                .filter(person -> person.servesSince(holder.from(), day)
                        && !person.kindOn(day).isMember())
                .isPresent();
    }

    /** Who holds a post, in office. */
    public Optional<PersonId> holderOf(PostId post) {
        return holdersOf(post).findFirst();
    }

    Stream<PersonId> holdersOf(PostId post) {
        return directory.post(post).filter(found -> found.on(day)).stream()
                .flatMap(found -> found.holders().stream())
                .filter(holder -> holder.on(day) && isOfficer(holder))
                .map(holder -> new PersonId(holder.person()));
    }

    /** The first day on which somebody who has left was not in office any more. */
    public Optional<LocalDate> leftSince(PersonId person) {
        return directory.person(person).flatMap(known -> known.leftBefore(day)).map(last -> last.plusDays(1));
    }

    /** The first day of those on which nobody has held a post; empty where it is held, or was never. */
    public Optional<LocalDate> vacantSince(PostId post) {
        return directory
                .post(post)
                .filter(this::isVacant)
                .flatMap(this::lastHeld)
                .map(last -> last.plusDays(1));
    }

    private Optional<LocalDate> lastHeld(PostDocument post) {
        return post.holders().stream()
                .filter(holder -> holder.from().isBefore(day))
                .flatMap(holder -> Stream.of(
                        lastDay(post),
                        lastDay(holder),
                        directory.person(new PersonId(holder.person())).flatMap(known -> known.leftBefore(day)))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<LocalDate> lastDay(Dated dated) {
        return dated.to().filter(last -> last.isBefore(day));
    }
}
