package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.council.rest.CalendarBodies.PersonBody;
import uk.concordat.kit.council.BodyDocument;
import uk.concordat.kit.council.BodyKind;
import uk.concordat.kit.council.BodyPart;
import uk.concordat.kit.council.Composition;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.ElectionDocument;
import uk.concordat.kit.council.GroupDocument;
import uk.concordat.kit.council.WardDocument;
import uk.concordat.protocols.people.PersonId;

/** Who makes up a council, over REST, as it is on the day that was asked for. */
public final class CompositionBodies {

    private CompositionBodies() {}

    private static List<PersonBody> people(List<PersonId> people, Directory directory) {
        return people.stream()
                .flatMap(person -> PersonBody.of(person, directory).stream())
                .toList();
    }

    /**
     * A political group.
     *
     * @param told the day on which it told the council that it is one
     * @param administration whether it is, alone or with others, the administration on that day
     */
    @Schema(name = "Group")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record GroupBody(
            String key,
            String name,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> told,
            boolean administration,
            @Schema(implementation = PersonBody.class) Optional<PersonBody> leader,
            List<PersonBody> whips,
            List<PersonBody> members,
            LocalDate from,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> to) {

        static GroupBody of(GroupDocument group, Directory directory, LocalDate day) {
            Composition composition = directory.composition();
            return new GroupBody(
                    group.key(),
                    group.name(),
                    group.told(),
                    group.isAdministrationOn(day),
                    composition.leaderOf(group, day).flatMap(leader -> PersonBody.of(leader, directory)),
                    people(composition.whips(group, day), directory),
                    people(composition.members(group, day), directory),
                    group.from(),
                    group.to());
        }
    }

    /** The groups on a day, and who leads the opposition. */
    @Schema(name = "Groups")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Groups(
            LocalDate on,
            OppositionBody leaderOfTheOpposition,
            List<GroupBody> items,
            @Schema(implementation = String.class) Optional<String> next) {}

    /** A ward; without members while it is vacant. */
    @Schema(name = "Ward")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record WardBody(
            String key,
            String name,
            List<PersonBody> members,
            LocalDate from,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> to) {

        static WardBody of(WardDocument ward, Directory directory, LocalDate day) {
            return new WardBody(
                    ward.key(),
                    ward.name(),
                    people(directory.composition().membersOf(ward, day), directory),
                    ward.from(),
                    ward.to());
        }
    }

    @Schema(name = "Wards")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Wards(
            LocalDate on,
            List<WardBody> items,
            @Schema(implementation = String.class) Optional<String> next) {}

    /** A council, committee or other body that people sit on. */
    @Schema(name = "Body")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record BodyBody(
            String key,
            String name,
            @Schema(implementation = String.class) BodyKind kind,
            List<SeatBody> members,
            LocalDate from,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> to) {

        static BodyBody of(BodyDocument body, Directory directory, LocalDate day) {
            return new BodyBody(
                    body.key(),
                    body.name(),
                    body.kind(),
                    directory.composition().seats(body, day).stream()
                            .flatMap(seat -> SeatBody.of(seat, directory).stream())
                            .toList(),
                    body.from(),
                    body.to());
        }
    }

    /** Who sits on a body, and as what. */
    @Schema(name = "Seat")
    public record SeatBody(
            String username,
            String name,
            @Schema(implementation = String.class) BodyPart part) {

        static Optional<SeatBody> of(BodyDocument.Seat seat, Directory directory) {
            return PersonBody.of(new PersonId(seat.person()), directory)
                    .map(person -> new SeatBody(person.username(), person.name(), seat.part()));
        }
    }

    @Schema(name = "Bodies")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Bodies(
            LocalDate on,
            List<BodyBody> items,
            @Schema(implementation = String.class) Optional<String> next) {}

    /** From a day, up to and including another. */
    @Schema(name = "PreElectionPeriod")
    public record PeriodBody(LocalDate from, LocalDate to) {}

    /**
     * An election.
     *
     * @param leaving the elected members whose last day is that of the poll or one of the four after it
     */
    @Schema(name = "Election")
    public record ElectionBody(
            String key, String name, LocalDate day, PeriodBody preElectionPeriod, List<PersonBody> leaving) {

        static ElectionBody of(ElectionDocument election, Directory directory) {
            return new ElectionBody(
                    election.key(),
                    election.name(),
                    election.day(),
                    new PeriodBody(election.preElectionFrom(), election.preElectionTo()),
                    directory.composition().leavingWith(election).stream()
                            .map(person -> new PersonBody(person.username(), person.name()))
                            .toList());
        }
    }

    /**
     * All elections.
     *
     * @param inPreElectionPeriodOf the key of the election before which the day lies; absent on every other day
     */
    @Schema(name = "Elections")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Elections(
            LocalDate on,
            @Schema(implementation = String.class) Optional<String> inPreElectionPeriodOf,
            List<ElectionBody> items,
            @Schema(implementation = String.class) Optional<String> next) {}
}
