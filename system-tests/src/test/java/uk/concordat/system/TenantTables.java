package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a database's own catalogue says of how councils are kept apart in it. */
record TenantTables(Stored stored, String database) {

    private static final String OF_TENANT = "(tenant = current_setting(''event_sourcing.tenant''::text, true))";

    /** Every table carries the council under forced row-level security, but for those of decision 5. */
    void carryTheCouncil() {
        assertThat(names("""
                        select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                        where n.nspname = 'public' and c.relkind in ('r', 'p')
                          and not (c.relrowsecurity and c.relforcerowsecurity and exists (
                            select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant'))"""))
                .as("%s: tables without a council", database)
                .containsExactlyInAnyOrder(
                        "clock_offset", "council_register", "flyway_schema_history", "lease", "replica_caught_up");
    }

    /** A policy lets through the rows of the council that the transaction has set; the relay's lets it see the outbox. */
    void showOnlyTheCouncilThatIsSet() {
        assertThat(names("""
                        select tablename || '.' || policyname from pg_policies
                        where not (qual = '%1$s' and with_check = '%1$s')""".formatted(OF_TENANT)))
                .as("%s: policies that let more through", database)
                .containsExactly("outbox.of_relay");
        assertThat(names("select array_to_string(roles, ' ') from pg_policies where policyname = 'of_relay'"))
                .containsExactly(database + "_relay");
        assertThat(names("select rolname from pg_roles where rolname like '" + database
                        + "\\_%' and (rolsuper or rolbypassrls)"))
                .isEmpty();
    }

    /** What is unique is unique in a council. */
    void haveTheCouncilInEveryUniqueKey() {
        assertThat(names("""
                        select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
                        join pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant'
                        where i.indisunique and c.relnamespace = 'public'::regnamespace and not t.attnum = any (i.indkey)"""))
                .as("%s: unique keys without the council", database)
                .isEmpty();
    }

    private List<String> names(String sql) {
        return stored.rows(database, sql, row -> row.getString(1));
    }
}
