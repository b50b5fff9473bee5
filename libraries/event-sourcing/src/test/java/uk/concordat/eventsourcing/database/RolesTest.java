package uk.concordat.eventsourcing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** What the database lets each role do, whatever the code asks for. */
class RolesTest {

    private final Installation installation = Installation.clean();
    private final TenantTables tables = new TenantTables(installation);

    @Test
    void neither_role_passes_row_level_security_or_may_become_one_that_does_or_owns_a_table() {
        assertThat(installation.ask("""
                select rolname from pg_roles where rolname in ('event_sourcing_app', 'event_sourcing_relay')
                  and not rolsuper and not rolbypassrls
                  and not exists (select from pg_roles other where other.oid <> pg_roles.oid
                    and pg_has_role(pg_roles.oid, other.oid, 'usage, set'))
                  and not exists (select from pg_class where relowner = pg_roles.oid) order by 1""")).containsExactly("event_sourcing_app", "event_sourcing_relay");
    }

    @Test
    void the_relay_reads_and_deletes_messages_and_can_do_nothing_else_with_a_tenants_data() {
        assertThat(installation.ask(privilegesOf("event_sourcing_relay")))
                .containsExactly(
                        "clock_offset SELECT",
                        "lease DELETE",
                        "lease INSERT",
                        "lease SELECT",
                        "lease UPDATE",
                        "outbox DELETE",
                        "outbox SELECT");
    }

    @Test
    void the_application_never_changes_or_deletes_an_event_and_only_adds_messages() {
        assertThat(installation.ask(privilegesOf("event_sourcing_app")))
                .filteredOn(privilege -> privilege.matches("(event|outbox|clock_offset|inbox|parked) .*"))
                .containsExactly(
                        "clock_offset SELECT",
                        "event INSERT",
                        "event SELECT",
                        "inbox INSERT",
                        "inbox SELECT",
                        "inbox UPDATE",
                        "outbox INSERT",
                        "parked DELETE",
                        "parked INSERT",
                        "parked SELECT",
                        "parked UPDATE");
    }

    @Test
    void the_relay_sees_the_messages_of_all_tenants_and_no_event() throws SQLException {
        for (String tenant : new String[] {"north", "south"}) {
            installation.execute(tables.insert("outbox", tenant));
            installation.execute(tables.insert("event", tenant));
        }

        try (Connection relay = installation.relay().getConnection()) {
            assertThat(Installation.read(relay, "select tenant from outbox order by 1"))
                    .containsExactly("north", "south");
            assertThatThrownBy(() -> Installation.read(relay, "select tenant from event"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> Installation.read(relay, "update outbox set key = key returning 1"))
                    .hasMessageContaining("permission denied");
            assertThat(Installation.read(relay, "delete from outbox returning tenant"))
                    .hasSize(2);
        }
    }

    private static String privilegesOf(String role) {
        return """
                select relname || ' ' || privilege from pg_class,
                  unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) privilege
                where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
                  and has_table_privilege('%s', pg_class.oid, privilege) order by 1""".formatted(role);
    }
}
