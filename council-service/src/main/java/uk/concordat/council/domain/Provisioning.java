package uk.concordat.council.domain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.council.domain.ProvisioningEvent.GroupMembersChanged;
import uk.concordat.council.domain.ProvisioningEvent.GroupProvisioned;
import uk.concordat.council.domain.ProvisioningEvent.GroupWithdrawn;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.protocols.people.PersonId;

/**
 * What a directory has said of people, and how each of the council's people is found by id and by name, whoever spoke of
 * them first.
 *
 * @param usernames by the person's id
 * @param names a username's holder by the username in small letters, since a directory does not tell Ann from ann
 * @param former likewise, of usernames that their holders no longer have
 * @param externalIds a person by the directory's own id of them
 * @param withdrawn likewise, of those whom it has withdrawn
 * @param groups the directory's own, by id
 */
public record Provisioning(
        Known<Provisioned> people,
        Known<String> usernames,
        Known<PersonId> names,
        Known<PersonId> former,
        Known<PersonId> externalIds,
        Known<PersonId> withdrawn,
        Known<DirectoryGroup> groups) {

    static Provisioning nothing() {
        return new Provisioning(
                Known.nothing(),
                Known.nothing(),
                Known.nothing(),
                Known.nothing(),
                Known.nothing(),
                Known.nothing(),
                Known.nothing());
    }

    /** Of somebody of whom the register now says this. */
    Provisioning naming(Person person) {
        Optional<String> before = usernameOf(person.id());
        if (before.filter(person.username()::equals).isPresent()) {
            return this;
        }
        Known<PersonId> others = before.map(name -> names.without(folded(name))).orElse(names);
        return new Provisioning(
                people,
                usernames.with(key(person.id()), person.username()),
                others.with(folded(person.username()), person.id()),
                before.map(name -> former.with(folded(name), person.id())).orElse(former),
                externalIds,
                withdrawn,
                groups);
    }

    Provisioning with(ProvisioningEvent event) {
        return switch (event) {
            case PersonProvisioned told -> with(told);
            case GroupProvisioned told ->
                with(groups.with(
                        told.id().toString(),
                        new DirectoryGroup(told.id(), told.displayName(), told.externalId(), told.members())));
            case GroupMembersChanged told ->
                group(told.id())
                        .map(group -> with(groups.with(told.id().toString(), group.with(told))))
                        .orElse(this);
            case GroupWithdrawn told -> with(groups.without(told.id().toString()));
        };
    }

    private Provisioning with(PersonProvisioned told) {
        Optional<Provisioned> before = find(told.id());
        Optional<String> idBefore = before.flatMap(known -> known.entry().externalId());
        Known<PersonId> others = without(externalIds, idBefore, told.id());
        Known<PersonId> othersWithdrawn = without(withdrawn, idBefore, told.id());
        return new Provisioning(
                people.with(
                        key(told.id()),
                        new Provisioned(
                                told.id(),
                                told.entry(),
                                told.feeds(),
                                told.withdrawn(),
                                before.map(Provisioned::first).orElse(told.at()),
                                told.at())),
                usernames,
                names,
                former,
                told.withdrawn() ? others : with(others, told),
                told.withdrawn() ? with(othersWithdrawn, told) : othersWithdrawn,
                groups);
    }

    private static Known<PersonId> without(Known<PersonId> ids, Optional<String> id, PersonId of) {
        return id.filter(said -> ids.find(said).filter(of::equals).isPresent())
                .map(ids::without)
                .orElse(ids);
    }

    private static Known<PersonId> with(Known<PersonId> ids, PersonProvisioned told) {
        return told.entry().externalId().map(id -> ids.with(id, told.id())).orElse(ids);
    }

    private Provisioning with(Known<DirectoryGroup> changed) {
        return new Provisioning(people, usernames, names, former, externalIds, withdrawn, changed);
    }

    private static String key(PersonId id) {
        return id.value().toString();
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public Optional<Provisioned> find(PersonId id) {
        return people.find(key(id));
    }

    Optional<String> usernameOf(PersonId id) {
        return usernames.find(key(id));
    }

    /** Whoever has that username, however it is written. */
    public Optional<PersonId> named(String userName) {
        return names.find(folded(userName));
    }

    /** Whoever had that username, however it is written, and has another now. */
    Optional<PersonId> formerlyNamed(String username) {
        return former.find(folded(username));
    }

    public Optional<PersonId> ofExternalId(String externalId) {
        return externalIds.find(externalId);
    }

    /** Whom the directory called by that id of its own when it withdrew them. */
    Optional<PersonId> withdrawnOfExternalId(String externalId) {
        return withdrawn.find(externalId);
    }

    boolean isWithdrawn(PersonId id) {
        return find(id).filter(Provisioned::withdrawn).isPresent();
    }

    /** Somebody's manager, once that is a person who is known: by their id here, the directory's own, or their name. */
    public Optional<PersonId> manager(PersonId of) {
        return find(of).filter(known -> !known.withdrawn())
                .flatMap(known -> known.entry().manager())
                .flatMap(this::referredTo);
    }

    /** Whom a directory means. */
    public Optional<PersonId> referredTo(String reference) {
        return Stream.of(ofId(reference), ofExternalId(reference), named(reference))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<PersonId> ofId(String id) {
        return usernames.find(folded(id)).map(_ -> new PersonId(UUID.fromString(folded(id))));
    }

    public Optional<DirectoryGroup> group(UUID id) {
        return groups.find(id.toString());
    }

    public List<DirectoryGroup> allGroups() {
        return List.copyOf(groups.all().values());
    }

    public List<Provisioned> all() {
        return List.copyOf(people.all().values());
    }
}
