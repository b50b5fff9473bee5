package uk.concordat.kit.council;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What has been published of one council, the newest of each document. Immutable: what is made of it by further documents
 * shares with it all that they do not change.
 */
final class KnownDocuments {

    private static final KnownDocuments NONE =
            new KnownDocuments(Optional.empty(), People.nobody(), Posts.none(), CompositionDocuments.NONE);

    private final Optional<Profile> profile;
    private final People people;
    private final Posts posts;
    private final CompositionDocuments composition;

    private KnownDocuments(Optional<Profile> profile, People people, Posts posts, CompositionDocuments composition) {
        this.profile = profile;
        this.people = people;
        this.posts = posts;
        this.composition = composition;
    }

    static KnownDocuments none() {
        return NONE;
    }

    /** The council as it is by all of these; empty while its profile is not among them. */
    Optional<Directory> directory() {
        return profile.map(known -> new Directory(known, people, posts, composition));
    }

    /** With these documents too, each in place of the one of its subject. */
    KnownDocuments with(Collection<? extends Document> documents) {
        Optional<Profile> newProfile = profile;
        People newPeople = people;
        Posts newPosts = posts;
        List<GroupDocument> groups = new ArrayList<>();
        List<WardDocument> wards = new ArrayList<>();
        List<BodyDocument> bodies = new ArrayList<>();
        List<ElectionDocument> elections = new ArrayList<>();
        for (Document document : documents) {
            switch (document) {
                case CouncilDocument council -> newProfile = Optional.of(Profile.of(council));
                case PersonDocument person -> newPeople = newPeople.with(person);
                case PostDocument post -> newPosts = newPosts.with(post);
                case GroupDocument group -> groups.add(group);
                case WardDocument ward -> wards.add(ward);
                case BodyDocument body -> bodies.add(body);
                case ElectionDocument election -> elections.add(election);
            }
        }
        return new KnownDocuments(
                newProfile,
                newPeople,
                newPosts,
                new CompositionDocuments(
                        over(composition.groups(), groups, GroupDocument::key),
                        over(composition.wards(), wards, WardDocument::key),
                        over(composition.bodies(), bodies, BodyDocument::key),
                        over(composition.elections(), elections, ElectionDocument::key)));
    }

    /** There are few of these, so that a change may copy them. */
    private static <D> List<D> over(List<D> before, List<D> changed, Function<D, String> key) {
        if (changed.isEmpty()) {
            return before;
        }
        Map<String, D> all = new LinkedHashMap<>();
        before.forEach(document -> all.put(key.apply(document), document));
        changed.forEach(document -> all.put(key.apply(document), document));
        return List.copyOf(all.values());
    }
}
