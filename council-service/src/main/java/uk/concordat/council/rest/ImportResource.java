package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.application.Councils;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.ImportRefusal;
import uk.concordat.council.imports.CompositionCsv;
import uk.concordat.council.imports.CouncilCsv;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.identity.Scope;
import uk.concordat.kit.identity.Token;
import uk.concordat.kit.messaging.BrokerAway;
import uk.concordat.kit.messaging.BrokerRefusal;
import uk.concordat.kit.problem.Problem;

/** A council's files come in. */
@Path("/imports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    private static final Logger LOG = Logger.getLogger(ImportResource.class);

    /** How much of what was sent was new or different. */
    public record Imported(String council, int changes) {}

    private final Councils councils;
    private final Token token;

    public ImportResource(Councils councils, Token token) {
        this.councils = councils;
        this.token = token;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Load a council, its people, posts and holders from CSV",
            description =
                    "For operators, of the councils that their token's issuer speaks for, and for integrations with the scope people:import, of the one that their token names. The first four files are always needed; of the others any may be left out, and what"
                            + " is known stays. All are checked whole before anything is applied; every fault is told with file, line, column and remedy. The same files again"
                            + " change nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Taken in",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    public Response load(
            @RestForm @Nullable FileUpload council,
            @RestForm @Nullable FileUpload people,
            @RestForm @Nullable FileUpload posts,
            @RestForm @Nullable FileUpload holders,
            @RestForm @Nullable FileUpload groups,
            @RestForm("group-members") @Nullable FileUpload groupMembers,
            @RestForm @Nullable FileUpload wards,
            @RestForm("ward-members") @Nullable FileUpload wardMembers,
            @RestForm @Nullable FileUpload bodies,
            @RestForm("body-members") @Nullable FileUpload bodyMembers,
            @RestForm @Nullable FileUpload elections) {
        if (!token.isOperator() && !token.grants(Scope.PEOPLE_IMPORT)) {
            return Problem.of(
                            403,
                            "operators-only",
                            "Only an operator loads a council's files, or an integration with the scope people:import.")
                    .response();
        }
        CompositionCsv composition = new CompositionCsv(
                text(groups),
                text(groupMembers),
                text(wards),
                text(wardMembers),
                text(bodies),
                text(bodyMembers),
                text(elections));
        return switch (CouncilCsv.read(text(council), text(people), text(posts), text(holders), composition)) {
            case CouncilCsv.Read.Faulty(var faults) -> refused(new ImportRefusal(faults));
            case CouncilCsv.Read.Files(var files)
            when !mayConcern(files.profile().key()) ->
                Problem.of(403, "issuer-not-for-council", "The token may not speak for that council.")
                        .response();
            case CouncilCsv.Read.Files(var files) -> {
                try {
                    yield switch (councils.take(files)) {
                        case Decision.Accepted<CouncilEvent, ImportRefusal>(List<CouncilEvent> events) ->
                            Response.ok(new Imported(files.profile().key(), events.size()))
                                    .build();
                        case Decision.Refused<CouncilEvent, ImportRefusal>(ImportRefusal refusal) -> refused(refusal);
                    };
                } catch (BrokerAway | BrokerRefusal without) {
                    LOG.error("An import was not taken in: " + without.getMessage());
                    yield Problem.of(
                                    503,
                                    "kafka-away",
                                    "The council's topics cannot be made sure of now. Nothing was loaded; try again.")
                            .response();
                }
            }
        };
    }

    /** An operator sees to each council of their issuer, an integration to the one that its token names. */
    private boolean mayConcern(String council) {
        return token.isOperator()
                ? token.mayConcern(council)
                : token.council().key().equals(council);
    }

    /** The form is read before anything else here is; what cannot be read of it is the sender's fault. */
    @ServerExceptionMapper
    Response unreadable(IOException broken) {
        LOG.infof("An import's form could not be read: %s", broken.getMessage());
        return Problem.of(400, "broken-form", "The form breaks off or is not one. Send all four files as its parts.")
                .response();
    }

    /** What is not UTF-8 reads as replacement characters, which are faults of the line they stand in. */
    private static @Nullable String text(@Nullable FileUpload file) {
        try {
            return file == null ? null : new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A file of the form cannot be read", unreadable);
        }
    }

    private static Response refused(ImportRefusal refusal) {
        return Problem.withErrors(422, refusal.code(), refusal.detail(), refusal.faults())
                .response();
    }
}
