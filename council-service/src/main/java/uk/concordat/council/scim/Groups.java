package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.application.DirectoryPeople.Seen;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.DirectoryGroup;
import uk.concordat.council.domain.Person;
import uk.concordat.protocols.people.PersonId;

/** The groups of a council's directory, as SCIM shows them. */
final class Groups implements Resources<DirectoryGroup> {

    private final CouncilState state;
    private final Locations locations;

    Groups(Seen seen, Locations locations) {
        this.state = seen.state();
        this.locations = locations;
    }

    @Override
    public Optional<DirectoryGroup> find(String id) {
        return Users.id(id).map(PersonId::value).flatMap(state.provisioning()::group);
    }

    @Override
    public List<DirectoryGroup> all(Optional<Filter> filter) {
        return state.provisioning().allGroups().stream()
                .filter(group -> filter.map(asked -> mayBe(asked, group)).orElse(true))
                .filter(group -> filter.map(asked -> ScimFilters.holds(asked, shown(group)))
                        .orElse(true))
                .sorted(Comparator.comparing(group -> group.id().toString()))
                .toList();
    }

    /** Whoever asks for one by a name or an id need not wait until the members of all are written out. */
    private static boolean mayBe(Filter filter, DirectoryGroup group) {
        return ScimFilters.equal(filter, "displayName")
                        .map(group.displayName()::equalsIgnoreCase)
                        .orElse(true)
                && ScimFilters.equal(filter, "externalId")
                        .map(id ->
                                group.externalId().filter(id::equalsIgnoreCase).isPresent())
                        .orElse(true);
    }

    @Override
    public ObjectNode shown(DirectoryGroup group) {
        ObjectNode shown = GroupDocument.written(group);
        shown.path("members").forEach(this::name);
        String version = ResourceVersion.of(shown);
        shown.put("id", group.id().toString());
        shown.putObject("meta")
                .put("resourceType", "Group")
                .put("location", locations.named("Groups/" + group.id()).toString())
                .put("version", version);
        return shown;
    }

    private void name(JsonNode said) {
        if (said instanceof ObjectNode member) {
            Users.id(member.path("value").asText()).ifPresent(id -> {
                state.person(id).map(Person::name).ifPresent(name -> member.put("display", name));
                member.put("type", "User").put("$ref", locations.user(id).toString());
            });
        }
    }
}
