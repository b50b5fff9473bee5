package uk.concordat.council.http;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import uk.concordat.council.domain.Authority;
import uk.concordat.kit.testing.AuthorityTable;
import uk.concordat.kit.testing.BoastingToken;

/** The table of authority covers all that can be asked here, lets nobody else in, and is what {@code docs/authority.md} says. */
@QuarkusTest
class AuthorityTest extends OverHttp {

    @Test
    void every_operation_stands_under_a_line_of_the_table() {
        table().coversEveryOperation();
    }

    @Test
    void a_caller_of_a_kind_that_a_line_does_not_name_is_not_let_in() {
        table().letsNobodyElseIn(CITY, AuthorityTest::ofMine);
    }

    @Test
    void what_a_token_claims_beyond_identity_and_scopes_counts_for_nothing() {
        BoastingToken.changesNothing(CITY, "officer-2", AuthorityTest::ofMine);
    }

    @Test
    void the_table_is_written_down() throws IOException {
        table().isWrittenDown();
    }

    private static String ofMine(String parameter) {
        return switch (parameter) {
            case "council" -> CITY;
            case "day", "from" -> "2027-01-04";
            case "view" -> "any";
            default -> "0193f5a0-0000-7000-8000-000000000000";
        };
    }

    private static AuthorityTable table() {
        return AuthorityTable.of("council-service", Authority.class);
    }
}
