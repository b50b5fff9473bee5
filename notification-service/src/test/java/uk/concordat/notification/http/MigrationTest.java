package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A database of the first release, of which later ones make their own. */
@QuarkusTest
class MigrationTest extends OverHttp {

    private static final String FIRST_RELEASE = "2026.11.24.4";

    @Test
    void what_was_watched_and_told_before_there_was_a_ladder_keeps_its_meaning() throws SQLException {
        try (Connection operator = ServiceUnderTest.database();
                Statement statement = operator.createStatement()) {
            statement.execute("drop database if exists of_the_first_release");
            statement.execute("create database of_the_first_release owner notification_migrator");
        }
        migration().target(FIRST_RELEASE).load().migrate();
        execute("""
                insert into deadline_watch (tenant, deadline_id, revision, case_source, case_subject, kind, due_on, due_at,
                  standing, next_at, next_rung)
                select 'harlow', gen_random_uuid(), 3, '/councils/harlow/enquiries', standing, 'acknowledgement',
                  '2026-12-30', '2026-12-31', standing, null, 0
                from unnest(array['set', 'moved', 'met', 'met-late', 'withdrawn', 'breached']) standing""");
        execute("""
                insert into notification (tenant, id, person, told_as, case_source, case_subject, reference, deadline_id,
                  revision, rung, kind, due_on, basis_source, rule, paragraph, told_at)
                values ('harlow', gen_random_uuid(), gen_random_uuid(), 'line-manager', '/councils/harlow/enquiries', '1',
                  'HAR-E-2026-000001', gen_random_uuid(), 3, 0, 'acknowledgement', '2026-12-30', 'protocol', 'HAR-35', '4',
                  '2026-12-31')""");

        migration().load().migrate();

        assertThat(read("select string_agg(standing || '=' || status, ' ' order by standing) from deadline_watch"))
                .isEqualTo("breached=missed met=met met-late=met-late moved=open set=open withdrawn=withdrawn");
        assertThat(
                        read(
                                "select string_agg(case_subject || ' ' || breach, ' ') from deadline_watch where breach is not null"))
                .isEqualTo("breached 3");
        assertThat(read("select about || ' ' || breach from notification")).isEqualTo("deadline-breached 3");
        assertThat(read(
                        "select count(*) from pg_class where relname in ('deadline_watch', 'notification', 'mail', 'preference')"
                                + " and relrowsecurity and relforcerowsecurity"))
                .isEqualTo("4");
    }

    /** As the service migrates, by the role that owns the tables and is no superuser. */
    private static FluentConfiguration migration() {
        return Flyway.configure()
                .dataSource(address(), "notification_migrator", setting("concordat.database.migrator.password"))
                .locations("db/event-sourcing", "db/service-kit", "db/notification")
                .placeholders(Map.of("app", "notification_app", "relay", "notification_relay"));
    }

    private static void execute(String change) throws SQLException {
        try (Connection operator = DriverManager.getConnection(address(), "postgres", "");
                Statement statement = operator.createStatement()) {
            statement.execute(change);
        }
    }

    private static String read(String query) throws SQLException {
        try (Connection operator = DriverManager.getConnection(address(), "postgres", "");
                Statement statement = operator.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String address() {
        return setting("concordat.database.url").replaceFirst("/notification(?=$|\\?)", "/of_the_first_release");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
