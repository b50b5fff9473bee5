package uk.concordat.enquiry.http;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.enquiry.domain.Authority;
import uk.concordat.kit.testing.AuthorityTable;
import uk.concordat.kit.testing.BoastingToken;

/** The table of authority covers all that can be asked here, lets nobody else in, and is what {@code docs/authority.md} says. */
@QuarkusTest
class AuthorityTest extends OverHttp {

    private String enquiry = "";

    @Test
    void every_operation_stands_under_a_line_of_the_table() {
        table().coversEveryOperation();
    }

    @Test
    void a_caller_of_a_kind_that_a_line_does_not_name_is_not_let_in() {
        enquiry = id(received());
        Stored before = Stored.now();

        table().letsNobodyElseIn(COUNCIL, this::ofMine);

        before.assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer-2", "member-red-1"})
    void what_a_token_claims_beyond_identity_and_scopes_counts_for_nothing(String username) {
        enquiry = id(as("member-lone").body(own()).post("/enquiries"));

        BoastingToken.changesNothing(COUNCIL, username, this::ofMine);
    }

    @Test
    void the_table_is_written_down_and_the_rules_that_it_names_are_proven() throws IOException {
        table().isWrittenDown();
        table().namesProvenRules();
    }

    private String ofMine(String parameter) {
        return switch (parameter) {
            case "council" -> COUNCIL;
            case "view" -> "visible_enquiry";
            default -> enquiry;
        };
    }

    private static AuthorityTable table() {
        return AuthorityTable.of("enquiry-service", Authority.class);
    }
}
