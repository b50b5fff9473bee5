package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.council.domain.ProvisioningEvent.GroupMembersChanged;
import uk.concordat.council.domain.ProvisioningEvent.GroupProvisioned;
import uk.concordat.council.domain.ProvisioningEvent.GroupWithdrawn;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.protocols.people.PersonId;

/**
 * What a council's files change.
 *
 * @param missing what is known, has not ended, and is not in the files: it stays as it is
 * @param kept what the files say otherwise and officers of the council have set since, or whom a group of its directory has
 *     given a post: that stays as they have set it
 * @param lost what the files say of people and the council's directory overrules
 * @param ended tenures that the files leave out and that end because others of theirs begin
 * @param notKnown what the files take back and nobody knows
 * @param standing what does not hold together any more, and is none of these files' doing
 */
public record ImportReport(
        List<Named> added,
        List<Named> changed,
        List<Named> missing,
        List<Named> kept,
        List<Lost> lost,
        List<Ended> ended,
        List<Named> notKnown,
        List<ImportFault> standing) {

    /** Something by the key that the files name it by. */
    public record Named(String kind, String key) {}

    /** A field of something that stayed as it was. */
    public record Lost(String kind, String key, String field) {}

    /** A tenure, such as {@code director-1/ann/2024-05-07}, and the day that is now its last. */
    public record Ended(String kind, String key, LocalDate to) {}

    public int changes() {
        return added.size() + changed.size();
    }

    /**
     * @param events what comes of the files
     * @param written the files
     * @param before what was known before them
     */
    public static ImportReport of(List<CouncilEvent> events, ImportFiles written, CouncilState before) {
        ImportFiles sent = UsernamesOfToday.in(written, before);
        Function<PersonId, String> usernames = usernames(events, before);
        TenuresOfFiles tenures = TenuresOfFiles.of(sent, before);
        return new ImportReport(
                events.stream()
                        .filter(event -> !isKnown(event, before))
                        .map(event -> named(event, usernames))
                        .toList(),
                events.stream()
                        .filter(event -> isKnown(event, before))
                        .map(event -> named(event, usernames))
                        .toList(),
                new LeftOut(sent, before).named(tenures),
                Stream.concat(
                                KeptByOfficers.of(sent.files().profile(), before, sent.today()).stream(),
                                HoldersOfGroups.kept(sent, before).stream())
                        .toList(),
                Stream.concat(
                                UsernamesOfToday.lost(written, before).stream(),
                                ProvisionedLines.lost(sent, before).stream())
                        .toList(),
                tenures.ended().toList(),
                Stream.concat(tenures.notKnown(), electionsNotKnown(sent, before))
                        .toList(),
                TakenFiles.standing(sent, before));
    }

    private static Stream<Named> electionsNotKnown(ImportFiles sent, CouncilState before) {
        return sent.files().composition().elections().stream()
                .flatMap(List::stream)
                .filter(line -> line.withdrawn()
                        && before.composition().elections().find(line.key()).isEmpty())
                .map(line -> new Named("election", line.key()));
    }

    private static Function<PersonId, String> usernames(List<CouncilEvent> events, CouncilState before) {
        Map<PersonId, String> recorded = new HashMap<>();
        for (CouncilEvent event : events) {
            if (event instanceof PersonRecorded person) {
                recorded.put(person.id(), person.username());
            }
        }
        return id -> Optional.ofNullable(recorded.get(id))
                .or(() -> before.person(id).map(Person::username))
                .orElseGet(() -> id.value().toString());
    }

    private static boolean isKnown(CouncilEvent event, CouncilState before) {
        return switch (event) {
            case ProfileRecorded _,
                    NonWorkingDayProclaimed _,
                    NonWorkingDayWithdrawn _,
                    SettingsChanged _,
                    AdoptionEvent _,
                    ClosureEvent _ -> before.profile().isPresent();
            case PersonRecorded person ->
                before.people().find(person.username()).isPresent();
            case PostRecorded(Post post) -> before.posts().find(post.key()).isPresent();
            case CompositionEvent composition -> isKnown(composition, before.composition());
            case ProvisioningEvent told -> isKnown(told, before.provisioning());
        };
    }

    private static boolean isKnown(CompositionEvent event, Composition before) {
        return switch (event) {
            case GroupRecorded(Group group) -> before.groups().find(group.key()).isPresent();
            case GroupMembershipsRecorded memberships ->
                before.memberships()
                        .find(memberships.person().value().toString())
                        .isPresent();
            case WardRecorded(Ward ward) -> before.wards().find(ward.key()).isPresent();
            case BodyRecorded(Body body) -> before.bodies().find(body.key()).isPresent();
            case ElectionRecorded(Election election) ->
                before.elections().find(election.key()).isPresent();
        };
    }

    private static boolean isKnown(ProvisioningEvent event, Provisioning before) {
        return switch (event) {
            case PersonProvisioned told -> before.find(told.id()).isPresent();
            case GroupProvisioned told -> before.group(told.id()).isPresent();
            case GroupMembersChanged told -> before.group(told.id()).isPresent();
            case GroupWithdrawn told -> before.group(told.id()).isPresent();
        };
    }

    private static Named named(ProvisioningEvent event) {
        return switch (event) {
            case PersonProvisioned told ->
                new Named("provisioned-person", told.id().value().toString());
            case GroupProvisioned told ->
                new Named("provisioned-group", told.id().toString());
            case GroupMembersChanged told ->
                new Named("provisioned-group", told.id().toString());
            case GroupWithdrawn told -> new Named("provisioned-group", told.id().toString());
        };
    }

    private static Named named(CompositionEvent event, Function<PersonId, String> usernames) {
        return switch (event) {
            case GroupRecorded(Group group) -> new Named("group", group.key());
            case GroupMembershipsRecorded memberships ->
                new Named("group-memberships", usernames.apply(memberships.person()));
            case WardRecorded(Ward ward) -> new Named("ward", ward.key());
            case BodyRecorded(Body body) -> new Named("body", body.key());
            case ElectionRecorded(Election election) -> new Named("election", election.key());
        };
    }

    private static Named named(CouncilEvent event, Function<PersonId, String> usernames) {
        return switch (event) {
            case ProfileRecorded(Profile profile, var _) -> new Named("council", profile.key());
            case PersonRecorded person -> new Named("person", person.username());
            case PostRecorded(Post post) -> new Named("post", post.key());
            case CompositionEvent composition -> named(composition, usernames);
            case ProvisioningEvent told -> named(told);
            case NonWorkingDayProclaimed day ->
                new Named("non-working-day", day.day().toString());
            case NonWorkingDayWithdrawn day ->
                new Named("non-working-day", day.day().toString());
            case ClosureEvent closure -> new Named("closure", closure.from().toString());
            case AdoptionEvent act -> new Named("protocol", act.from().toString());
            case SettingsChanged changed -> new Named("settings", changed.from().toString());
        };
    }

    /** What kind of thing an event is about, as reports call it. */
    public static String kind(CouncilEvent event) {
        return named(event, id -> id.value().toString()).kind();
    }
}
