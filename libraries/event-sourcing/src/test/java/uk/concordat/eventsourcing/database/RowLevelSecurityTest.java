package uk.concordat.eventsourcing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.eventsourcing.installation.Installation;

/** What a forgotten {@code where} cannot show: another tenant's rows. */
class RowLevelSecurityTest {

    private static final Tenant NORTH = new Tenant("north");
    private static final Tenant SOUTH = new Tenant("south");

    private final Installation installation = Installation.clean();
    private final TenantTables tables = new TenantTables(installation);

    static List<String> tenantTables() {
        return new TenantTables(Installation.clean()).names();
    }

    @Test
    void the_tables_that_these_tests_judge_are_found() {
        assertThat(tenantTables()).contains("event", "outbox", "inbox", "parked", "parcel_view");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void row_level_security_is_forced_on_the_owner_too(String table) throws SQLException {
        assertThat(installation.ask(
                        "select relrowsecurity and relforcerowsecurity from pg_class where oid = '%s'::regclass"
                                .formatted(table)))
                .containsExactly("t");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void a_transaction_sees_the_rows_of_its_own_tenant_only(String table) {
        installation.execute(tables.insert(table, "south"));

        if (may("SELECT", table)) {
            String all = "select tenant from " + table;
            assertThat(returned(SOUTH, all)).containsExactly("south");
            assertThat(returned(NORTH, all)).isEmpty();
        } else {
            assertDenied("select tenant from " + table);
        }
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void a_transaction_changes_and_deletes_the_rows_of_its_own_tenant_only(String table) {
        installation.execute(tables.insert(table, "south"));

        if (may("UPDATE", table)) {
            String all = "update %s set tenant = tenant returning tenant".formatted(table);
            assertThat(returned(NORTH, all)).isEmpty();
            assertThat(returned(SOUTH, all)).containsExactly("south");
        } else {
            assertDenied("update %s set tenant = tenant".formatted(table));
        }
        if (may("DELETE", table)) {
            String all = "delete from %s returning tenant".formatted(table);
            assertThat(returned(NORTH, all)).isEmpty();
            assertThat(returned(SOUTH, all)).containsExactly("south");
        } else {
            assertDenied("delete from " + table);
        }
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void a_transaction_writes_rows_of_its_own_tenant_only(String table) {
        if (may("INSERT", table)) {
            update(SOUTH, tables.insert(table, "south"));
        }
        assertDenied(tables.insert(table, "south"));
        assertThat(installation.ask("select count(*) from " + table)).containsExactly(may("INSERT", table) ? "1" : "0");
    }

    @ParameterizedTest
    @MethodSource("tenantTables")
    void without_a_tenant_no_row_is_seen(String table) throws SQLException {
        installation.execute(tables.insert(table, "south"));
        if (!may("SELECT", table)) {
            return;
        }
        try (Connection connection = installation.application().getConnection()) {
            assertThat(Installation.read(connection, "select tenant from " + table))
                    .isEmpty();
            Installation.read(connection, "select set_config('event_sourcing.tenant', '', false)");
            assertThat(Installation.read(connection, "select tenant from " + table))
                    .isEmpty();
        }
    }

    @Test
    void a_connection_forgets_its_tenant_when_the_transaction_ends() throws SQLException {
        installation.execute(tables.insert("event", "south"));
        try (Connection connection = installation.application().getConnection()) {
            connection.setAutoCommit(false);
            Installation.read(connection, "select set_config('event_sourcing.tenant', 'south', true)");
            assertThat(Installation.read(connection, "select tenant from event"))
                    .hasSize(1);
            connection.commit();
            assertThat(Installation.read(connection, "select tenant from event"))
                    .isEmpty();
        }
    }

    private boolean may(String privilege, String table) {
        return installation
                .ask("select has_table_privilege('event_sourcing_app', '%s', '%s')".formatted(table, privilege))
                .equals(List.of("t"));
    }

    private List<String> returned(Tenant tenant, String statement) {
        return installation.transactions().in(tenant, transaction -> {
            RoundTrip roundTrip = transaction.roundTrip();
            Pending<String> rows = roundTrip.query(statement, row -> row.getString(1));
            roundTrip.send();
            return rows.list();
        });
    }

    private void update(Tenant tenant, String statement) {
        installation.transactions().in(tenant, transaction -> {
            transaction.roundTrip().update(statement).send();
            return tenant;
        });
    }

    private void assertDenied(String statement) {
        assertThatThrownBy(() -> update(NORTH, statement))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("42501");
    }
}
