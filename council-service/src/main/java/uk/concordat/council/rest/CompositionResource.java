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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.rest.CompositionBodies.Bodies;
import uk.concordat.council.rest.CompositionBodies.BodyBody;
import uk.concordat.council.rest.CompositionBodies.ElectionBody;
import uk.concordat.council.rest.CompositionBodies.Elections;
import uk.concordat.council.rest.CompositionBodies.GroupBody;
import uk.concordat.council.rest.CompositionBodies.Groups;
import uk.concordat.council.rest.CompositionBodies.WardBody;
import uk.concordat.council.rest.CompositionBodies.Wards;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.council.BodyDocument;
import uk.concordat.kit.council.Composition;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.ElectionDocument;
import uk.concordat.kit.council.GroupDocument;
import uk.concordat.kit.council.Opposition;
import uk.concordat.kit.council.WardDocument;
import uk.concordat.kit.protocol.MissingPack;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackLibrary;

/** A council's groups, wards, bodies and elections as they are on a day. */
@Path("/councils/{council}")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Groups, wards, bodies and elections")
public class CompositionResource {

    private final OfMyCouncil ofMyCouncil;
    private final PackLibrary packs;

    public CompositionResource(OfMyCouncil ofMyCouncil, PackLibrary packs) {
        this.ofMyCouncil = ofMyCouncil;
        this.packs = packs;
    }

    @GET
    @Path("/groups")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The political groups on a day, and who leads the opposition")
    public RestResponse<Groups> groups(
            @PathParam("council") String council,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        KeysAsked asked = KeysAsked.of(limit, after);
        return ofMyCouncil.onDay(council, on, (directory, day) -> {
            var page = asked.page(
                    directory.composition().groups(day),
                    GroupDocument::key,
                    group -> GroupBody.of(group, directory, day));
            return Optional.of(new Groups(day, opposition(directory, day), page.items(), page.next()));
        });
    }

    private OppositionBody opposition(Directory directory, LocalDate day) {
        Optional<GroupTerms> terms = directory
                .council()
                .protocolOn(day)
                .map(id -> packs.find(id).orElseThrow(() -> MissingPack.of(id)))
                .flatMap(Pack::groups);
        return OppositionBody.of(Opposition.on(day, directory.composition(), terms), terms, directory);
    }

    @GET
    @Path("/groups/{key}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "A political group on a day")
    public RestResponse<GroupBody> group(
            @PathParam("council") String council, @PathParam("key") String key, @QueryParam("on") @Nullable String on) {
        return ofMyCouncil.onDay(
                council,
                on,
                (directory, day) ->
                        directory.composition().group(key, day).map(group -> GroupBody.of(group, directory, day)));
    }

    @GET
    @Path("/wards")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The wards on a day, and who stands for them")
    public RestResponse<Wards> wards(
            @PathParam("council") String council,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        KeysAsked asked = KeysAsked.of(limit, after);
        return ofMyCouncil.onDay(council, on, (directory, day) -> {
            var page = asked.page(
                    directory.composition().wards(day), WardDocument::key, ward -> WardBody.of(ward, directory, day));
            return Optional.of(new Wards(day, page.items(), page.next()));
        });
    }

    @GET
    @Path("/wards/{key}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "A ward on a day, and who stands for it")
    public RestResponse<WardBody> ward(
            @PathParam("council") String council, @PathParam("key") String key, @QueryParam("on") @Nullable String on) {
        return ofMyCouncil.onDay(
                council,
                on,
                (directory, day) ->
                        directory.composition().ward(key, day).map(ward -> WardBody.of(ward, directory, day)));
    }

    @GET
    @Path("/bodies")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The bodies on a day, and who sits on them")
    public RestResponse<Bodies> bodies(
            @PathParam("council") String council,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        KeysAsked asked = KeysAsked.of(limit, after);
        return ofMyCouncil.onDay(council, on, (directory, day) -> {
            var page = asked.page(
                    directory.composition().bodies(day), BodyDocument::key, body -> BodyBody.of(body, directory, day));
            return Optional.of(new Bodies(day, page.items(), page.next()));
        });
    }

    @GET
    @Path("/bodies/{key}")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "A body on a day, and who sits on it")
    public RestResponse<BodyBody> body(
            @PathParam("council") String council, @PathParam("key") String key, @QueryParam("on") @Nullable String on) {
        return ofMyCouncil.onDay(
                council,
                on,
                (directory, day) ->
                        directory.composition().body(key, day).map(body -> BodyBody.of(body, directory, day)));
    }

    @GET
    @Path("/elections")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "The elections, who leaves with each, and whether the day lies in the period before one")
    public RestResponse<Elections> elections(
            @PathParam("council") String council,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        KeysAsked asked = KeysAsked.of(limit, after);
        return ofMyCouncil.onDay(council, on, (directory, day) -> {
            Composition composition = directory.composition();
            List<ElectionDocument> byKey = composition.elections().stream()
                    .sorted(Comparator.comparing(ElectionDocument::key))
                    .toList();
            var page = asked.page(byKey, ElectionDocument::key, election -> ElectionBody.of(election, directory));
            return Optional.of(new Elections(
                    day, composition.preElectionPeriod(day).map(ElectionDocument::key), page.items(), page.next()));
        });
    }
}
