package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.application.DirectoryPeople;
import uk.concordat.council.domain.PersonKind;
import uk.concordat.council.rest.RegisterBodies.PersonOnDay;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.reading.Page;
import uk.concordat.protocols.people.PersonId;

/** A council's members and officers, as they are today or were on another day. */
@Path("/councils/{council}/people")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "People")
public class PeopleResource {

    private final OfMyCouncil ofMyCouncil;
    private final DirectoryPeople people;

    public PeopleResource(OfMyCouncil ofMyCouncil, DirectoryPeople people) {
        this.ofMyCouncil = ofMyCouncil;
        this.people = people;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary = "Who is the council's on a day, by username",
            description = "on is today in the council unless it is said; kind narrows it to people of one kind.")
    public RestResponse<Page<PersonOnDay>> list(
            @PathParam("council") String council,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        return ofMyCouncil.onDay(council, on, (directory, day) -> {
            Optional<String> only = OnDay.oneOf("kind", kind, PersonKind.codes());
            KeysAsked asked = KeysAsked.of(limit, after);
            return Optional.of(asked.first(
                    directory
                            .peopleAfter(asked.after())
                            .filter(person -> person.on(day))
                            .map(person -> person.asOf(day))
                            .filter(person ->
                                    only.map(person.kind().code()::equals).orElse(true)),
                    PersonDocument::username,
                    person -> PersonOnDay.of(person, directory, day)));
        });
    }

    @GET
    @Path("/{username}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary = "A member or officer on a day, with the posts they hold and stand in for",
            description = "Also before their first day and after their last: inOffice says so.")
    public RestResponse<PersonOnDay> read(
            @PathParam("council") String council,
            @PathParam("username") String username,
            @QueryParam("on") @Nullable String on) {
        return ofMyCouncil.readWith(council, read -> {
            Situation situation = read.situation();
            Directory directory = situation.directory();
            LocalDate day = OnDay.of(on, situation.today());
            return directory
                    .person(username)
                    .map(person -> PersonOnDay.of(person, directory, day)
                            .under(Optional.of(new PersonId(person.id()))
                                    // A directory tells who somebody's manager is, not who was.
                                    .filter(_ -> day.equals(situation.today()))
                                    .flatMap(id -> people.manager(read.transaction(), id))
                                    .flatMap(manager -> CalendarBodies.PersonBody.of(manager, directory))));
        });
    }
}
