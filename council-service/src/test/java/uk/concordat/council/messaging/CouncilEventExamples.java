package uk.concordat.council.messaging;

import static uk.concordat.eventsourcing.testkit.Scenario.given;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.council.domain.AdoptionEvent.AdoptionWithdrawn;
import uk.concordat.council.domain.AdoptionEvent.ProtocolAdopted;
import uk.concordat.council.domain.Body;
import uk.concordat.council.domain.Career;
import uk.concordat.council.domain.ClosureEvent.ClosureShortened;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;
import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.council.domain.Council;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.Election;
import uk.concordat.council.domain.Group;
import uk.concordat.council.domain.GroupMembership;
import uk.concordat.council.domain.Harlow;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.council.domain.LocalTarget;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Post;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.QuietHours;
import uk.concordat.council.domain.Span;
import uk.concordat.council.domain.Ward;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** Each event of a council that has a document, in each shape that matters to its schema. */
final class CouncilEventExamples {

    private CouncilEventExamples() {}

    static Stream<CouncilEvent> all() {
        var closed = new ProfileRecorded(
                new Profile(
                        "harlow",
                        "Harlow Council",
                        "HAR",
                        ZoneId.of("Europe/London"),
                        List.of(
                                new Profile.Adopted(Harlow.PACK, Harlow.FIRST),
                                new Profile.Adopted(new PackId("harlow", "2027-04-01"), LocalDate.of(2027, 4, 1))),
                        "2",
                        List.of(new Profile.ClosedDay(LocalDate.of(2026, 12, 29), "Council closure", "minute 12")),
                        new LocalSettings(Optional.of(1), Optional.of(60), Optional.empty())),
                Optional.of(Harlow.FIRST));
        var adopted = new ProtocolAdopted(
                new PackId("harlow", "2027-04-01"),
                LocalDate.of(2027, 4, 1),
                "The Council adopted it.",
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                Instant.parse("2026-12-21T09:00:00Z"));
        var notAdopted = new AdoptionWithdrawn(
                adopted.pack(), adopted.from(), "The Council put it off.", adopted.by(), adopted.at());
        var set = new SettingsChanged(
                LocalDate.of(2027, 1, 4),
                new CouncilSettings(
                        new LocalSettings(Optional.empty(), Optional.of(4), Optional.of(5)),
                        List.of(new LocalTarget("officer-to-member", "first-response", 5)),
                        Optional.of(new QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 30)))),
                "The corporate time standard.",
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                Instant.parse("2026-12-21T09:00:00Z"));
        var member = new PersonRecorded(
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                "member-red-1",
                "Ruth Redfern",
                "member",
                Optional.of("red"),
                Optional.of("member-red-1@harlow.example"),
                Harlow.FIRST,
                Optional.of(LocalDate.of(2030, 5, 6)));
        var shut = new OfficesClosed(
                LocalDate.of(2027, 12, 29),
                LocalDate.of(2027, 12, 31),
                "Christmas closure",
                "minute 41",
                Optional.empty(),
                member.id(),
                Instant.parse("2026-12-21T09:00:00Z"),
                "2");
        var shorter = new ClosureShortened(
                shut.from(), shut.from().plusDays(1), "The boiler is mended.", shut.by(), shut.at(), "3");
        var open = new ClosureWithdrawn(shut.from(), "The offices stay open.", shut.by(), shut.at(), "3");
        var proclaimed = new NonWorkingDayProclaimed(
                LocalDate.of(2027, 1, 4),
                "Bank holiday by proclamation",
                "Royal proclamation",
                Optional.of("It was late."),
                member.id(),
                Instant.parse("2027-01-05T09:00:00Z"),
                "2");
        var withdrawn = new NonWorkingDayWithdrawn(
                proclaimed.day(), "It was revoked.", member.id(), Instant.parse("2027-01-03T09:00:00Z"), "3");
        var allocated = new PersonRecorded(
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000002")),
                "teacher",
                "Ann Baker",
                "officer",
                Optional.empty(),
                Optional.empty(),
                Harlow.FIRST,
                Optional.empty(),
                Optional.of("employment-based"),
                List.of("standards-committee"),
                List.of(
                        new Person.Allocation(
                                Optional.of(member.id()), Optional.empty(), Harlow.FIRST, Optional.empty()),
                        new Person.Allocation(
                                Optional.empty(), Optional.of("red"), Harlow.FIRST, Optional.of(Harlow.FIRST))),
                new Career.Past(
                        List.of(new Career.Served(
                                LocalDate.of(1990, 5, 4), Optional.of(LocalDate.of(1994, 5, 9)), true)),
                        List.of(new Career.Was(LocalDate.of(1994, 5, 9), "member", Optional.empty(), List.of()))),
                List.of());
        var deputised = new PostRecorded(new Post(
                new PostId(UUID.fromString("01980000-0000-7000-8000-000000000003")),
                "monitor",
                "Monitoring Officer",
                List.of("monitoring-officer"),
                Optional.empty(),
                List.of(),
                Harlow.FIRST,
                Optional.empty(),
                List.of(new Post.Holder(allocated.id(), Harlow.FIRST, Optional.of(Harlow.FIRST))),
                new Post.Terms(Optional.of("Law"), Optional.of("senior-manager"), true, Optional.of("The borough")),
                List.of(new Post.Was(
                        Harlow.FIRST,
                        "Solicitor",
                        List.of("officer"),
                        Optional.of(new PostId(UUID.fromString("01980000-0000-7000-8000-000000000004"))),
                        Post.Terms.NONE))));
        Optional<LocalDate> last = Optional.of(LocalDate.of(2030, 5, 6));
        var group = new GroupRecorded(new Group(
                "red",
                "Red Group",
                Optional.of(Harlow.FIRST),
                List.of(new Span(Harlow.FIRST, last), new Span(last.get(), Optional.empty())),
                Harlow.FIRST,
                Optional.empty()));
        var ward = new WardRecorded(new Ward(
                "mark-hall",
                "Mark Hall",
                List.of(new Ward.Member(member.id(), Harlow.FIRST, last)),
                Harlow.FIRST,
                Optional.empty()));
        var body = new BodyRecorded(new Body(
                "licensing",
                "Licensing Committee",
                "sub-committee",
                List.of(new Body.Seat(member.id(), "deputy-chair", Harlow.FIRST, last)),
                Harlow.FIRST,
                last));
        var election = new ElectionRecorded(new Election(
                "district-2027",
                "District elections",
                LocalDate.of(2027, 5, 6),
                LocalDate.of(2027, 3, 25),
                LocalDate.of(2027, 5, 6),
                Optional.of(true)));
        return Stream.concat(
                given(new Council()).when(Harlow.take(Harlow.files())).events().stream(),
                Stream.of(
                        closed,
                        set,
                        adopted,
                        notAdopted,
                        shut,
                        shorter,
                        open,
                        proclaimed,
                        withdrawn,
                        group,
                        ward,
                        body,
                        election,
                        allocated,
                        deputised,
                        member));
    }

    static GroupMembershipsRecorded memberships() {
        return new GroupMembershipsRecorded(
                new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001")),
                List.of(
                        new GroupMembership("red", "member", Harlow.FIRST, Optional.empty()),
                        new GroupMembership("red", "leader-of-the-opposition", Harlow.FIRST, Optional.empty())));
    }
}
