package uk.concordat.council.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.DirectoryEntry;
import uk.concordat.council.domain.Election;
import uk.concordat.council.domain.Group;
import uk.concordat.council.domain.GroupMembership;
import uk.concordat.council.domain.LocalSettings;
import uk.concordat.council.domain.LocalTarget;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Post;
import uk.concordat.council.domain.Profile;
import uk.concordat.council.domain.ProvisioningEvent.GroupMembersChanged;
import uk.concordat.council.domain.ProvisioningEvent.GroupProvisioned;
import uk.concordat.council.domain.ProvisioningEvent.GroupWithdrawn;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.council.domain.QuietHours;
import uk.concordat.council.domain.Span;
import uk.concordat.council.domain.Ward;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** One event of each type, as this build writes it. */
final class Written {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final PersonId MEMBER = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000001"));

    private static final PersonId OFFICER = new PersonId(UUID.fromString("01980000-0000-7000-8000-000000000004"));

    private static final PackId NEXT = new PackId("harlow", "2027-04-01");
    private static final LocalDate APRIL = LocalDate.of(2027, 4, 1);
    private static final UUID GROUP = UUID.fromString("01980000-0000-7000-8000-000000000007");
    private static final Instant TOLD = Instant.parse("2027-01-05T09:00:00Z");

    private Written() {}

    static List<CouncilEvent> events() {
        return List.of(
                profile(),
                person(),
                post(),
                proclaimed(),
                withdrawn(),
                settings(),
                new OfficesClosed(
                        LocalDate.of(2027, 12, 29),
                        LocalDate.of(2027, 12, 31),
                        "Christmas closure",
                        "minute 41",
                        Optional.empty(),
                        OFFICER,
                        Instant.parse("2026-12-21T09:00:00Z"),
                        "3"),
                new ClosureShortened(
                        LocalDate.of(2027, 12, 29),
                        LocalDate.of(2027, 12, 30),
                        "The boiler is mended.",
                        OFFICER,
                        Instant.parse("2026-12-22T09:00:00Z"),
                        "4"),
                new ClosureWithdrawn(
                        LocalDate.of(2027, 12, 29),
                        "The offices stay open.",
                        OFFICER,
                        Instant.parse("2026-12-22T09:00:00Z"),
                        "4"),
                new ProtocolAdopted(
                        NEXT,
                        APRIL,
                        "The Council adopted it on 3 December.",
                        OFFICER,
                        Instant.parse("2026-12-21T09:00:00Z")),
                new AdoptionWithdrawn(
                        NEXT, APRIL, "The Council put it off.", OFFICER, Instant.parse("2026-12-22T09:00:00Z")),
                group(),
                memberships(),
                ward(),
                body(),
                new ElectionRecorded(new Election(
                        "district-2027",
                        "District elections 2027",
                        LocalDate.of(2027, 5, 6),
                        LocalDate.of(2027, 3, 25),
                        LocalDate.of(2027, 5, 6),
                        Optional.of(true))),
                provisioned(),
                new GroupProvisioned(GROUP, "Monitoring Officers", Optional.of("00g1"), List.of(OFFICER), TOLD),
                new GroupMembersChanged(GROUP, List.of(MEMBER), List.of(OFFICER), TOLD),
                new GroupWithdrawn(GROUP, TOLD));
    }

    private static PersonProvisioned provisioned() {
        return new PersonProvisioned(
                MEMBER,
                new DirectoryEntry(
                        "member-red-1",
                        Optional.of("00u1"),
                        new DirectoryEntry.Name(Optional.empty(), Optional.of("Ruth"), Optional.of("Redfern")),
                        Optional.of("Ruth Redfern"),
                        Optional.of("member-red-1@harlow.example"),
                        Optional.of("work"),
                        Optional.of("member"),
                        Optional.of("701984"),
                        Optional.of("Members"),
                        Optional.of("00u9"),
                        true),
                true,
                false,
                TOLD);
    }

    private static ProfileRecorded profile() {
        return new ProfileRecorded(
                new Profile(
                        "harlow",
                        "Harlow Council",
                        "HAR",
                        ZoneId.of("Europe/London"),
                        List.of(new Profile.Adopted(new PackId("harlow", "2024-05-16"), FIRST)),
                        "2",
                        List.of(new Profile.ClosedDay(LocalDate.of(2026, 12, 29), "Council closure", "minute 12")),
                        new LocalSettings(Optional.of(1), Optional.of(3), Optional.empty())),
                Optional.of(LocalDate.of(2026, 7, 1)));
    }

    private static SettingsChanged settings() {
        return new SettingsChanged(
                LocalDate.of(2027, 1, 4),
                new CouncilSettings(
                        new LocalSettings(Optional.of(2), Optional.of(4), Optional.empty()),
                        List.of(new LocalTarget("member-to-officer", "full-response", 10)),
                        Optional.of(new QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 30)))),
                "The corporate time standard of 2027.",
                OFFICER,
                Instant.parse("2026-12-21T09:00:00Z"));
    }

    private static PersonRecorded person() {
        return new PersonRecorded(
                MEMBER,
                "member-red-1",
                "Ruth Redfern",
                "member",
                Optional.of("red"),
                Optional.of("member-red-1@harlow.example"),
                FIRST,
                Optional.of(LocalDate.of(2030, 5, 6)),
                Optional.of("employment-based"),
                List.of("standards-committee"),
                List.of(
                        new Person.Allocation(Optional.of(OFFICER), Optional.empty(), FIRST, Optional.empty()),
                        new Person.Allocation(
                                Optional.empty(), Optional.of("red"), FIRST, Optional.of(LocalDate.of(2026, 12, 31)))),
                new Career.Past(
                        List.of(new Career.Served(
                                LocalDate.of(1990, 5, 4), Optional.of(LocalDate.of(1994, 5, 9)), true)),
                        List.of(new Career.Was(
                                LocalDate.of(1994, 5, 9),
                                "co-opted-voting",
                                Optional.of("employed"),
                                List.of("planning")))),
                List.of(new Person.EarlierGroup(
                        "blue", LocalDate.of(1990, 5, 4), Optional.of(LocalDate.of(1994, 5, 9)))));
    }

    private static NonWorkingDayProclaimed proclaimed() {
        return new NonWorkingDayProclaimed(
                LocalDate.of(2027, 1, 4),
                "Bank holiday by proclamation",
                "Royal proclamation of 20 December 2026",
                Optional.of("The Gazette came late."),
                OFFICER,
                Instant.parse("2027-01-05T09:00:00Z"),
                "3");
    }

    private static NonWorkingDayWithdrawn withdrawn() {
        return new NonWorkingDayWithdrawn(
                LocalDate.of(2027, 1, 4),
                "The proclamation was revoked.",
                OFFICER,
                Instant.parse("2027-01-03T09:00:00Z"),
                "4");
    }

    private static GroupRecorded group() {
        return new GroupRecorded(new Group(
                "red",
                "Red Group",
                Optional.of(FIRST),
                List.of(new Span(FIRST, Optional.of(LocalDate.of(2030, 5, 6)))),
                FIRST,
                Optional.empty()));
    }

    private static GroupMembershipsRecorded memberships() {
        return new GroupMembershipsRecorded(
                MEMBER,
                List.of(
                        new GroupMembership("red", "member", FIRST, Optional.empty()),
                        new GroupMembership("red", "leader", FIRST, Optional.of(LocalDate.of(2026, 5, 11)))));
    }

    private static WardRecorded ward() {
        return new WardRecorded(new Ward(
                "mark-hall",
                "Mark Hall",
                List.of(new Ward.Member(MEMBER, FIRST, Optional.empty())),
                FIRST,
                Optional.empty()));
    }

    private static BodyRecorded body() {
        return new BodyRecorded(new Body(
                "licensing",
                "Licensing Committee",
                "committee",
                List.of(new Body.Seat(MEMBER, "chair", FIRST, Optional.empty())),
                FIRST,
                Optional.empty()));
    }

    private static PostRecorded post() {
        return new PostRecorded(new Post(
                new PostId(UUID.fromString("01980000-0000-7000-8000-000000000002")),
                "leader-red",
                "Leader of the Red Group",
                List.of("group-leader"),
                Optional.of(new PostId(UUID.fromString("01980000-0000-7000-8000-000000000003"))),
                List.of(new Post.Holder(MEMBER, FIRST, Optional.empty())),
                FIRST,
                Optional.empty(),
                List.of(new Post.Holder(OFFICER, FIRST, Optional.of(LocalDate.of(2026, 12, 31)))),
                new Post.Terms(
                        Optional.of("Housing"), Optional.of("senior-manager"), true, Optional.of("Another council")),
                List.of(new Post.Was(
                        LocalDate.of(2026, 6, 30),
                        "Leader of the Reds",
                        List.of("chair"),
                        Optional.empty(),
                        Post.Terms.NONE))));
    }
}
