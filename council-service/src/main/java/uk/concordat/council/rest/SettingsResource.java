package uk.concordat.council.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.application.ChangingSettings;
import uk.concordat.council.application.CouncilRules;
import uk.concordat.council.application.Part;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.rest.SettingsBodies.History;
import uk.concordat.council.rest.SettingsBodies.NewSettings;
import uk.concordat.council.rest.SettingsBodies.Settings;
import uk.concordat.kit.authority.AuthorityLines;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Page;

/** What a council sets for itself where no protocol does; to people of another council there is none of it. */
@Path("/councils/{council}/settings")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Settings")
public class SettingsResource {

    private final ChangingSettings changing;
    private final CouncilRules rules;
    private final WrittenDown writtenDown;

    public SettingsResource(ChangingSettings changing, CouncilRules rules, WrittenDown writtenDown) {
        this.changing = changing;
        this.rules = rules;
        this.writtenDown = writtenDown;
    }

    @GET
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(
            summary = "What the council has set for itself, and what its protocol leaves open",
            description =
                    "Each is local and never the protocol's; beside it stands the rule that leaves it open, if one speaks of it.")
    @APIResponseSchema(Settings.class)
    public Response settings(@PathParam("council") String council) {
        return writtenDown.read(council, Part.settings(), (situation, state) -> shown(council, situation, state));
    }

    @PUT
    @Extension(name = AuthorityLines.EXTENSION, value = "set")
    @Operation(
            summary = "Set anew, from today or from a day ahead, all that the council sets for itself",
            description =
                    "By those of whom the protocol in force says so, and else by the Head of Paid Service. What is left out is not set. A target for what the protocol states is refused.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = NewSettings.class)))
    @APIResponse(
            responseCode = "200",
            description = "Set; or it was so already, and nothing is recorded",
            content = @Content(schema = @Schema(implementation = Settings.class)))
    public Response change(@PathParam("council") String council, byte[] body) {
        return WrittenDown.answer(
                changing.change(council, body, () -> SettingsRead.of(body)),
                () -> "/councils/%s/settings".formatted(council),
                Part::settings,
                (situation, state) -> shown(council, situation, state));
    }

    @GET
    @Path("/history")
    @Extension(name = AuthorityLines.EXTENSION, value = "read")
    @Operation(summary = "Every change of them: when, by whom, what it was, what it became, and why; the newest first")
    @APIResponseSchema(History.class)
    public Response history(
            @PathParam("council") String council,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("after") @Nullable String after) {
        int most = Page.Asked.of(limit, null).limit();
        int before = after == null ? Integer.MAX_VALUE : number(after);
        return writtenDown.read(
                council,
                Part.settings(),
                (situation, state) -> state.profile()
                        .map(_ -> SettingsPresenter.history(state.settings(), before, most, situation.directory())));
    }

    private static int number(String after) {
        if (!after.matches("[1-9][0-9]{0,8}")) {
            throw new MalformedRequest("bad-after", "after is the value of next from the page before.");
        }
        return Integer.parseInt(after);
    }

    private Optional<Settings> shown(String council, Situation situation, CouncilState state) {
        return state.profile()
                .map(_ -> new SettingsPresenter(council, situation, state, rules.on(situation.today(), state)).shown());
    }
}
