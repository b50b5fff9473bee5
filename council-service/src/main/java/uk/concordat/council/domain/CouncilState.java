package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A council as it is known; people by username and posts by key, as the council's files name them.
 *
 * @param proclamations the last of each day that was ever proclaimed
 * @param settings what the council has set for itself, and how that came to be
 * @param adoptions what its officers have written down of its protocols
 * @param closures when its offices are closed
 */
public record CouncilState(
        Optional<Profile> profile,
        Known<Person> people,
        Known<Post> posts,
        Composition composition,
        Map<LocalDate, Proclamation> proclamations,
        SettingsHistory settings,
        Adoptions adoptions,
        Closures closures) {

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
                SettingsHistory.NONE,
                Adoptions.NONE,
                Closures.NONE);
    }

    CouncilState with(Profile changed) {
        return new CouncilState(
                Optional.of(changed), people, posts, composition, proclamations, settings, adoptions, closures);
    }

    CouncilState with(Person person) {
        return new CouncilState(
                profile,
                people.with(person.username(), person),
                posts,
                composition,
                proclamations,
                settings,
                adoptions,
                closures);
    }

    CouncilState with(Post post) {
        return new CouncilState(
                profile,
                people,
                posts.with(post.key(), post),
                composition,
                proclamations,
                settings,
                adoptions,
                closures);
    }

    CouncilState with(Composition changed) {
        return new CouncilState(profile, people, posts, changed, proclamations, settings, adoptions, closures);
    }

    CouncilState with(SettingsHistory changed) {
        return new CouncilState(profile, people, posts, composition, proclamations, changed, adoptions, closures);
    }

    /** With a day's proclamation, and the profile as that changes it. */
    CouncilState with(LocalDate day, Proclamation proclamation, UnaryOperator<Profile> change) {
        Map<LocalDate, Proclamation> all = new TreeMap<>(proclamations);
        all.put(day, proclamation);
        return new CouncilState(profile.map(change), people, posts, composition, all, settings, adoptions, closures);
    }

    /** With what an officer has written down of a protocol, and the profile as that changes it. */
    CouncilState with(AdoptionEvent act) {
        Optional<Profile> changed = profile.map(known -> switch (act) {
            case AdoptionEvent.ProtocolAdopted adopted -> known.adopted(adopted.pack(), adopted.from());
            case AdoptionEvent.AdoptionWithdrawn withdrawn -> known.withoutAdoption(withdrawn.from());
        });
        return new CouncilState(
                changed, people, posts, composition, proclamations, settings, adoptions.with(act), closures);
    }

    /** With a closure, or without it, and the calendar's version since. */
    CouncilState with(ClosureEvent event) {
        String version = switch (event) {
            case ClosureEvent.OfficesClosed closed -> closed.version();
            case ClosureEvent.ClosureWithdrawn withdrawn -> withdrawn.version();
        };
        return new CouncilState(
                profile.map(known -> known.withCalendar(version)),
                people,
                posts,
                composition,
                proclamations,
                settings,
                adoptions,
                closures.with(event));
    }

    public Optional<Proclamation> proclamation(LocalDate day) {
        return Optional.ofNullable(proclamations.get(day));
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
