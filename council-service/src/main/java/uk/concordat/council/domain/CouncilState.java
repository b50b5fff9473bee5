package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uk.concordat.protocols.people.PersonId;

/**
 * A council as it is known; people by username and posts by key, as the council's files name them.
 *
 * @param proclamations the last of each day that was ever proclaimed
 * @param acts what its officers have set and written down for it
 * @param provisioning what a directory has said of people, and how they are found by what it calls them
 */
public record CouncilState(
        Optional<Profile> profile,
        Known<Person> people,
        Known<Post> posts,
        Composition composition,
        Map<LocalDate, Proclamation> proclamations,
        OfficersActs acts,
        Provisioning provisioning) {

    public CouncilState {
        proclamations = Map.copyOf(proclamations);
    }

    public static CouncilState unknown() {
        return new CouncilState(
                Optional.empty(),
                Known.nothing(),
                Known.nothing(),
                Composition.unknown(),
                Map.of(),
                OfficersActs.NONE,
                Provisioning.nothing());
    }

    public SettingsHistory settings() {
        return acts.settings();
    }

    public Adoptions adoptions() {
        return acts.adoptions();
    }

    public Closures closures() {
        return acts.closures();
    }

    CouncilState with(Profile changed) {
        return new CouncilState(Optional.of(changed), people, posts, composition, proclamations, acts, provisioning);
    }

    CouncilState with(Person person) {
        // A directory may call somebody by another name than before.
        Known<Person> others = provisioning
                .usernameOf(person.id())
                .filter(before -> !before.equals(person.username()))
                .map(people::without)
                .orElse(people);
        return new CouncilState(
                profile,
                others.with(person.username(), person),
                posts,
                composition,
                proclamations,
                acts,
                provisioning.naming(person));
    }

    CouncilState with(Post post) {
        return new CouncilState(
                profile, people, posts.with(post.key(), post), composition, proclamations, acts, provisioning);
    }

    CouncilState with(Composition changed) {
        return new CouncilState(profile, people, posts, changed, proclamations, acts, provisioning);
    }

    CouncilState with(Provisioning changed) {
        return new CouncilState(profile, people, posts, composition, proclamations, acts, changed);
    }

    CouncilState with(SettingsHistory changed) {
        return with(profile, acts.with(changed));
    }

    /** With what an officer has written down of a protocol, and the profile as that changes it. */
    CouncilState with(AdoptionEvent act) {
        Optional<Profile> changed = profile.map(known -> switch (act) {
            case AdoptionEvent.ProtocolAdopted adopted -> known.adopted(adopted.pack(), adopted.from());
            case AdoptionEvent.AdoptionWithdrawn withdrawn -> known.withoutAdoption(withdrawn.from());
        });
        return with(changed, acts.with(act));
    }

    /** With a closure, or without it, and the calendar's version since. */
    CouncilState with(ClosureEvent event) {
        String version = switch (event) {
            case ClosureEvent.OfficesClosed closed -> closed.version();
            case ClosureEvent.ClosureShortened shortened -> shortened.version();
            case ClosureEvent.ClosureWithdrawn withdrawn -> withdrawn.version();
        };
        return with(profile.map(known -> known.withCalendar(version)), acts.with(event));
    }

    private CouncilState with(Optional<Profile> changed, OfficersActs others) {
        return new CouncilState(changed, people, posts, composition, proclamations, others, provisioning);
    }

    /** With a day's proclamation, and the profile as that changes it. */
    CouncilState with(LocalDate day, Proclamation proclamation, UnaryOperator<Profile> change) {
        Map<LocalDate, Proclamation> all = new TreeMap<>(proclamations);
        all.put(day, proclamation);
        return new CouncilState(profile.map(change), people, posts, composition, all, acts, provisioning);
    }

    public Optional<Proclamation> proclamation(LocalDate day) {
        return Optional.ofNullable(proclamations.get(day));
    }

    public Optional<Person> person(PersonId id) {
        return provisioning.usernameOf(id).flatMap(people::find);
    }

    /** The generic roles of the posts that somebody holds on a day on which they are in office, and that are of their kind. */
    public Set<String> rolesOf(PersonId person, LocalDate day) {
        return person(person).filter(known -> known.isInOffice(day)).stream()
                .flatMap(known -> posts.all().values().stream()
                        .filter(post -> new Span(post.from(), post.to()).on(day))
                        .filter(post -> post.holders().stream().anyMatch(holder -> isHolder(known, holder, day)))
                        .flatMap(post -> post.roles().stream())
                        .filter(role -> GenericRole.closedTo(known.kind(), List.of(role))
                                .isEmpty()))
                .collect(Collectors.toSet());
    }

    private static boolean isHolder(Person person, Post.Holder holder, LocalDate day) {
        return holder.person().equals(person.id())
                && new Span(holder.from(), holder.to()).on(day)
                && person.career().servesSince(holder.from(), day);
    }

    /** A group with everybody who has had a part in it. */
    public Optional<WholeGroup> wholeGroup(String key) {
        return composition.groups().find(key).map(group -> WholeGroup.of(group, composition, people));
    }

    boolean knows(Profile other) {
        return profile.filter(other::equals).isPresent();
    }

    boolean knows(Person other) {
        return people.find(other.username()).filter(other::equals).isPresent();
    }

    boolean knows(Post other) {
        return posts.find(other.key()).filter(other::equals).isPresent();
    }
}
