package uk.concordat.enquiry.http;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.Repository;

/** A council is heard of before its pack is here: its enquiries wait for the pack and are never taken in by another rule. */
@QuarkusTest
class LaterPackTest extends OverHttp {

    private static final Path EXAMPLE = Repository.root().resolve("docs/examples/ambleford/pack.yaml");
    private static final Path PACK = Path.of(
                    ConfigProvider.getConfig().getValue("concordat.packs.directory", String.class))
            .resolve("ambleford.yaml");

    @AfterEach
    void take_the_file_away() throws IOException {
        Files.deleteIfExists(PACK);
    }

    @Test
    void enquiries_are_for_later_while_the_pack_is_not_here_or_cannot_be_read_and_are_taken_once_it_can()
            throws IOException {
        OwnCouncil council = OwnCouncil.under("ambleford", "AMB", "ambleford", "2026-06-01");
        Stored before = Stored.now();
        notNow(asked(council));
        Files.writeString(PACK, Files.readString(EXAMPLE).replace("workingDays: 3", "workingDays: three"));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(10))
                .until(() -> asked(council).statusCode() == 503);
        before.assertUnchanged();

        Files.writeString(PACK, Files.readString(EXAMPLE));

        Response received = await().atMost(Duration.ofSeconds(10))
                .until(() -> asked(council), answer -> answer.statusCode() != 503);
        received.then()
                .statusCode(201)
                .body("protocol.pack", equalTo("ambleford"))
                .body("deadlines.dueOn", contains("2026-12-31", "2027-01-19"))
                .body("deadlines.basis.rule", contains("AMB-03", "AMB-04"))
                .body("deadlines.basis.paragraph", everyItem(equalTo("4.3")))
                .body("unstated.rule", contains("AMB-05"));
        read(council.key(), "member-red-1", received).then().statusCode(200);
        act(council.key(), "officer-1", received, "acknowledgement", letter("We have it."))
                .then()
                .statusCode(200);
    }

    private static Response asked(OwnCouncil council) {
        return as(council.key(), "member-red-1").body(own()).post("/enquiries");
    }

    private static void notNow(Response answer) {
        Problems.assertProblem(answer, 503, "pack-missing", "ambleford 2026-06-01");
        answer.then().header("Retry-After", notNullValue());
    }
}
