package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.council.application.DirectoryPeople.Seen;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.DirectoryEntry;
import uk.concordat.council.domain.Person;
import uk.concordat.council.domain.Provisioned;
import uk.concordat.protocols.people.PersonId;

/** A council's people as SCIM's users: all but those whom the directory has withdrawn. */
final class Users implements Resources<Person> {

    private final CouncilState state;
    private final Seen seen;
    private final Locations locations;

    Users(Seen seen, Locations locations) {
        this.seen = seen;
        this.state = seen.state();
        this.locations = locations;
    }

    @Override
    public Optional<Person> find(String id) {
        return id(id).flatMap(state::person).filter(this::isThere);
    }

    static Optional<PersonId> id(String id) {
        try {
            return Optional.of(UUID.fromString(id))
                    .filter(read -> read.toString().equalsIgnoreCase(id))
                    .map(PersonId::new);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private boolean isThere(Person person) {
        return provisioned(person).filter(Provisioned::withdrawn).isEmpty();
    }

    private Optional<Provisioned> provisioned(Person person) {
        return state.provisioning().find(person.id());
    }

    /** Whom the directory has just named; one whom it had withdrawn may have another name in the register. */
    Person created(DirectoryEntry entry) {
        return entry.externalId()
                .flatMap(state.provisioning()::ofExternalId)
                .or(() -> state.provisioning().named(entry.userName()))
                .flatMap(state::person)
                .orElseThrow();
    }

    /** In the order in which they came to the council. */
    @Override
    public List<Person> all(Optional<Filter> filter) {
        return filter.map(this::candidates)
                .orElseGet(this::everybody)
                .filter(this::isThere)
                .filter(person -> filter.map(asked -> ScimFilters.holds(asked, shown(person)))
                        .orElse(true))
                .sorted(Comparator.comparing(person -> person.id().value().toString()))
                .toList();
    }

    /** Whoever asks for one by a name or an id has them by an index, and not by a look at all. */
    private Stream<Person> candidates(Filter filter) {
        return ScimFilters.equal(filter, "userName")
                .map(name -> state.provisioning().named(name))
                .or(() -> ScimFilters.equal(filter, "externalId")
                        .map(id -> state.provisioning().ofExternalId(id)))
                .or(() -> ScimFilters.equal(filter, "id").map(Users::id))
                .map(found -> found.flatMap(state::person).stream())
                .orElseGet(this::everybody);
    }

    private Stream<Person> everybody() {
        return state.people().all().values().stream();
    }

    /** What the directory has said of a person, in the form of a user. */
    ObjectNode said(Person person) {
        return UserDocument.written(Provisioned.said(person, provisioned(person), seen.today()));
    }

    boolean isActive(Person person) {
        return Provisioned.said(person, provisioned(person), seen.today()).active();
    }

    @Override
    public ObjectNode shown(Person person) {
        DirectoryEntry entry = Provisioned.shown(person, provisioned(person), seen.today());
        ObjectNode user = UserDocument.written(entry);
        if (!user.has("userType")) {
            user.put("userType", person.kind());
        }
        entry.manager()
                .flatMap(state.provisioning()::referredTo)
                .flatMap(state::person)
                .ifPresent(manager -> user.withObjectProperty(UserDocument.ENTERPRISE)
                        .putObject("manager")
                        .put("value", manager.id().value().toString())
                        .put("displayName", manager.name())
                        .put("$ref", locations.user(manager.id()).toString()));
        String version = ResourceVersion.of(user);
        user.put("id", person.id().value().toString());
        ObjectNode meta = user.putObject("meta").put("resourceType", "User");
        provisioned(person)
                .ifPresent(known -> meta.put("created", known.first().toString())
                        .put("lastModified", known.last().toString()));
        meta.put("location", locations.user(person.id()).toString()).put("version", version);
        return user;
    }
}
