package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import uk.concordat.council.application.Councils;
import uk.concordat.council.domain.Authority;
import uk.concordat.council.domain.CouncilFiles;
import uk.concordat.council.domain.ImportFault;
import uk.concordat.council.domain.ImportRefusal;
import uk.concordat.council.domain.ImportReport;
import uk.concordat.council.imports.CouncilCsv;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.identity.Scope;
import uk.concordat.kit.identity.Token;
import uk.concordat.kit.messaging.BrokerAway;
import uk.concordat.kit.messaging.BrokerRefusal;
import uk.concordat.kit.problem.LargeBody;
import uk.concordat.kit.problem.Problem;

/** A council's files come in. */
@Path("/imports")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports")
public class ImportResource {

    private static final Logger LOG = Logger.getLogger(ImportResource.class);
    private static final int MOST_TOLD = 1_000;

    /**
     * What came of an import.
     *
     * @param changes how much of what was sent was new or different
     * @param dryRun whether nothing was recorded
     * @param missing who and what is known and was not sent; they stay as they are
     * @param kept what was sent otherwise than officers of the council have set it since, and posts whose holders were sent
     *     otherwise than a group of its directory has named them; it stays as they have
     * @param lost what the files say of people whom the council's directory feeds, where that is the master
     * @param ended tenures that were not sent and end, since there is room for one alone and another was sent that begins
     *     later: post or other thing, person and first day, and the last day that they now have
     * @param notKnown what was sent to be withdrawn, and is not known
     * @param standing what does not hold together any more though these files have not made it so, such as a group that is
     *     too small since somebody left; to be mended, in the same words as faults
     */
    public record Imported(
            String council,
            int changes,
            boolean dryRun,
            List<ImportReport.Named> added,
            List<ImportReport.Named> changed,
            List<ImportReport.Named> missing,
            List<ImportReport.Named> kept,
            List<ImportReport.Lost> lost,
            List<ImportReport.Ended> ended,
            List<ImportReport.Named> notKnown,
            List<ImportFault> standing) {

        static Imported of(String council, ImportReport report, boolean dryRun) {
            return new Imported(
                    council,
                    report.changes(),
                    dryRun,
                    report.added(),
                    report.changed(),
                    report.missing(),
                    report.kept(),
                    report.lost(),
                    report.ended(),
                    report.notKnown(),
                    report.standing());
        }
    }

    private final Councils councils;
    private final Token token;

    public ImportResource(Councils councils, Token token) {
        this.councils = councils;
        this.token = token;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Extension(name = AuthorityLines.EXTENSION, value = "load")
    @Operation(
            summary = "Load a council, its people, posts and who holds them from CSV",
            description =
                    "For operators, of the councils that their token's issuer speaks for, and for integrations with the scope people:import, of the one that their token names. The first four files are always needed; of the others any may be left out, and what"
                            + " is known stays. All are checked whole before anything is applied; every fault is told with file, line, column and remedy. The same files again"
                            + " change nothing. With dryRun=true it is only told what would change.")
    @APIResponse(
            responseCode = "200",
            description = "Taken in",
            content = @Content(schema = @Schema(implementation = Imported.class)))
    @APIResponse(responseCode = "413", description = "More than 14 MiB")
    @LargeBody(mebibytes = 14)
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    public Response load(@BeanParam CouncilFilesForm named, MultipartFormDataInput sent, @Context UriInfo uri) {
        if (!token.isOneOf(Authority.LOAD.callers(), Set.of(Scope.PEOPLE_IMPORT))) {
            return Problem.of(
                            403,
                            Authority.LOAD.toOthers(),
                            "Only an operator loads a council's files, or an integration with the scope people:import.")
                    .response();
        }
        List<String> dryRun = uri.getQueryParameters().getOrDefault("dryRun", List.of("false"));
        if (!Set.of(List.of("true"), List.of("false")).contains(dryRun)) {
            return Problem.of(400, "bad-dry-run", "dryRun is true or false. Nothing was loaded.")
                    .response();
        }
        return switch (ImportForm.of(sent)) {
            case ImportForm.Read.Refused(Response answer) -> answer;
            case ImportForm.Read.Taken(ImportForm form) -> read(form, dryRun.contains("true"));
        };
    }

    private Response read(ImportForm form, boolean dryRun) {
        return switch (CouncilCsv.read(form.parts())) {
            case CouncilCsv.Read.Faulty(var faults) -> refused(new ImportRefusal(faults));
            case CouncilCsv.Read.Files(var files)
            when !mayConcern(files.profile().key()) ->
                Problem.of(403, "issuer-not-for-council", "The token may not speak for that council.")
                        .response();
            case CouncilCsv.Read.Files(var files) ->
                taken(files, new Councils.Loader(token.actor(), form.names(), token.isOperator()), dryRun);
        };
    }

    /** An operator sees to each council of their issuer, an integration to the one that its token names. */
    private boolean mayConcern(String council) {
        return token.isOperator()
                ? token.mayConcern(council)
                : token.council().key().equals(council);
    }

    private Response taken(CouncilFiles files, Councils.Loader loader, boolean dryRun) {
        try {
            return switch (dryRun ? councils.tried(files, loader) : councils.take(files, loader)) {
                case Councils.Outcome.Taken(ImportReport report) ->
                    Response.ok(Imported.of(files.profile().key(), report, dryRun))
                            .build();
                case Councils.Outcome.Refused(ImportRefusal refusal) -> refused(refusal);
            };
        } catch (BrokerAway | BrokerRefusal without) {
            LOG.error("An import was not taken in: " + without.getMessage());
            return Problem.of(
                            503,
                            "kafka-away",
                            "The council's topics cannot be made sure of now. Nothing was loaded; try again.")
                    .response();
        }
    }

    /** The form is read before anything else here is; what cannot be read of it is the sender's fault. */
    @ServerExceptionMapper
    Response unreadable(IOException broken) {
        LOG.infof("An import's form could not be read: %s", broken.getMessage());
        return Problem.of(400, "broken-form", "The form breaks off or is not one. Send the files as its parts.")
                .response();
    }

    private static Response refused(ImportRefusal refusal) {
        return Problem.withErrors(
                        422,
                        refusal.code(),
                        refusal.detail(),
                        refusal.faults().stream().limit(MOST_TOLD).toList())
                .response();
    }
}
