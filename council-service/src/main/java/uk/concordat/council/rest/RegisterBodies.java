package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** A council's people and posts over REST, each as they are on one day. */
public final class RegisterBodies {

    private RegisterBodies() {}

    /** A post by its key and title. */
    @Schema(name = "PostNamed")
    public record PostNamed(String post, String title) {

        static PostNamed of(PostDocument post) {
            return new PostNamed(post.key(), post.title());
        }
    }

    /** Whom an officer supports: a member, or a group. */
    @Schema(name = "StaffAllocation")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Allocated(
            @Schema(implementation = CalendarBodies.PersonBody.class)
            Optional<CalendarBodies.PersonBody> member,

            @Schema(implementation = String.class) Optional<String> group) {

        static Allocated of(PersonDocument.Allocation allocation, Directory directory) {
            return new Allocated(
                    allocation.member().flatMap(id -> CalendarBodies.PersonBody.of(new PersonId(id), directory)),
                    allocation.group());
        }
    }

    /**
     * A member or officer.
     *
     * @param on the day of which all of it is told
     * @param inOffice whether they are the council's on that day
     * @param councillor whether "councillor" means them too, as co-optees
     * @param membersCode {@code must} where the Members' Code binds them in law, {@code should} where they are expected to
     *     comply; absent for officers
     * @param posts those they hold on that day
     * @param deputyFor the posts whose holder they stand in for on that day
     * @param allocatedTo whom an officer supports on that day
     * @param manager whom the council's directory names as theirs today; whoever stands above a post is shown with that
     */
    @Schema(name = "PersonOnDay")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record PersonOnDay(
            UUID id,
            String username,
            String name,
            String kind,
            @Schema(implementation = String.class) Optional<String> group,
            LocalDate from,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> to,
            LocalDate on,
            boolean inOffice,
            boolean councillor,

            @Schema(
                    implementation = String.class,
                    enumeration = {"must", "should"})
            Optional<String> membersCode,

            @Schema(
                    implementation = String.class,
                    enumeration = {"employed", "employment-based"})
            Optional<String> employment,

            List<String> appointedTo,
            List<PostNamed> posts,
            List<PostNamed> deputyFor,
            List<Allocated> allocatedTo,

            @Schema(implementation = CalendarBodies.PersonBody.class)
            Optional<CalendarBodies.PersonBody> manager) {

        PersonOnDay under(Optional<CalendarBodies.PersonBody> other) {
            return new PersonOnDay(
                    id,
                    username,
                    name,
                    kind,
                    group,
                    from,
                    to,
                    on,
                    inOffice,
                    councillor,
                    membersCode,
                    employment,
                    appointedTo,
                    posts,
                    deputyFor,
                    allocatedTo,
                    other);
        }

        static PersonOnDay of(PersonDocument document, Directory directory, LocalDate day) {
            PersonDocument person = document.asOf(day);
            PersonId id = new PersonId(person.id());
            return new PersonOnDay(
                    person.id(),
                    person.username(),
                    person.name(),
                    person.kind().code(),
                    directory.groupOf(id, day),
                    person.from(),
                    person.to(),
                    day,
                    person.on(day),
                    person.kind().isCouncillor(),
                    person.kind().membersCode().map(obligation -> obligation.code()),
                    person.employment(),
                    person.appointedTo(),
                    directory.postsOf(id, day).stream().map(PostNamed::of).toList(),
                    directory.postsDeputisedBy(id, day).stream()
                            .map(PostNamed::of)
                            .toList(),
                    person.allocations().stream()
                            .filter(allocation -> person.on(day) && allocation.on(day))
                            .map(allocation -> Allocated.of(allocation, directory))
                            .toList(),
                    Optional.empty());
        }
    }

    /** A post above another, and who holds it on that day; absent where it is vacant. */
    @Schema(name = "PostAbove")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Above(
            String post,
            String title,

            @Schema(implementation = CalendarBodies.PersonBody.class)
            Optional<CalendarBodies.PersonBody> holder) {

        static Above of(PostId id, Directory directory, LocalDate day) {
            PostDocument post = directory.post(id).orElseThrow().asOf(day);
            return new Above(post.key(), post.title(), RegisterBodies.holder(id, directory, day));
        }
    }

    /**
     * A post.
     *
     * @param on the day of which all of it is told
     * @param vacant whether nobody holds it on that day
     * @param holder who holds it on that day; absent while it is vacant
     * @param deputy who stands in for its holder on that day
     * @param lineAbove the posts above it, nearest first
     * @param external the other council whose post it is
     */
    @Schema(name = "PostOnDay")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record PostOnDay(
            UUID id,
            String post,
            String title,
            List<String> roles,
            @Schema(implementation = String.class) Optional<String> directorate,

            @Schema(
                    implementation = String.class,
                    enumeration = {"senior-manager", "middle-manager", "junior"})
            Optional<String> grade,

            boolean politicallyRestricted,
            @Schema(implementation = String.class) Optional<String> external,
            LocalDate from,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> to,
            LocalDate on,
            boolean vacant,

            @Schema(implementation = CalendarBodies.PersonBody.class)
            Optional<CalendarBodies.PersonBody> holder,

            @Schema(implementation = CalendarBodies.PersonBody.class)
            Optional<CalendarBodies.PersonBody> deputy,

            List<Above> lineAbove) {

        static PostOnDay of(PostDocument document, Directory directory, LocalDate day) {
            PostDocument post = document.asOf(day);
            PostId id = new PostId(post.id());
            Optional<CalendarBodies.PersonBody> holder = RegisterBodies.holder(id, directory, day);
            return new PostOnDay(
                    post.id(),
                    post.key(),
                    post.title(),
                    post.roles(),
                    post.terms().directorate(),
                    post.terms().grade(),
                    post.terms().politicallyRestricted(),
                    post.terms().external(),
                    post.from(),
                    post.to(),
                    day,
                    holder.isEmpty(),
                    holder,
                    directory.deputyOn(id, day).flatMap(deputy -> CalendarBodies.PersonBody.of(deputy, directory)),
                    directory.lineAbove(id, day).stream()
                            .filter(above -> directory.post(above).isPresent())
                            .map(above -> Above.of(above, directory, day))
                            .toList());
        }
    }

    /** Who has left the council holds nothing in it any more. */
    private static Optional<CalendarBodies.PersonBody> holder(PostId post, Directory directory, LocalDate day) {
        return directory
                .holder(post, day)
                .filter(person ->
                        directory.person(person).filter(known -> known.on(day)).isPresent())
                .flatMap(person -> CalendarBodies.PersonBody.of(person, directory));
    }
}
