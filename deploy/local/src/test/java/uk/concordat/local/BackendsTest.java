package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.local.RunningBackends.Running;

@ExtendWith(RunningBackends.class)
class BackendsTest {

    private final Running running;
    private final Backends backends;

    BackendsTest(Running running) {
        this.running = running;
        this.backends = running.backends();
    }

    @Test
    void what_postgres_has_committed_and_kafka_has_survive_a_kill_and_a_fresh_start() throws Exception {
        running.execute("enquiry", "create table kept (it int); insert into kept values (7)");
        try (Admin admin = admin()) {
            admin.createTopics(java.util.List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }

        backends.postgres().kill();
        backends.kafka().kill();
        assertThat(backends.postgres().isRunning()).isFalse();
        assertThat(backends.kafka().isRunning()).isFalse();

        backends.start();
        assertThat(ask("enquiry", "select it from kept")).isEqualTo("7");
        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains("kept");
        }
        assertThat(backends.kafka().isReady()).isTrue();
    }

    @Test
    void a_server_that_another_launcher_left_behind_is_stopped_before_the_next_one_starts() throws SQLException {
        long before = pid(backends.postgres());
        long kafkaBefore = pid(backends.kafka());
        Ports same = new Ports(
                backends.postgres().port(),
                backends.kafka().port(),
                Ports.free().kafkaController(),
                1,
                1,
                1,
                1,
                1);

        // The server knows nothing of the objects it was started with, as after a kill of the launcher.
        new KafkaBroker(new StackDirectory(running.directory()), same.kafka(), same.kafkaController()).start();
        backends.postgres().start();

        assertThat(pid(backends.postgres())).isNotEqualTo(before);
        assertThat(pid(backends.kafka())).isNotEqualTo(kafkaBefore);
        assertThat(ProcessHandle.of(before).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(ProcessHandle.of(kafkaBefore).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(ask("enquiry", "select 1")).isEqualTo("1");
    }

    @Test
    void postgres_acknowledges_only_what_is_on_disk() throws SQLException {
        assertThat(ask("postgres", "select current_setting('fsync')")).isEqualTo("on");
        assertThat(ask("postgres", "select current_setting('synchronous_commit')"))
                .isEqualTo("on");
        assertThat(ask("postgres", "select current_setting('full_page_writes')"))
                .isEqualTo("on");
    }

    @Test
    void provisioning_again_changes_nothing() throws SQLException {
        StackDirectory directory = new StackDirectory(running.directory());
        String password = directory.password("enquiry_app");

        new Provisioning(backends.postgres(), directory).run();

        assertThat(new StackDirectory(running.directory()).password("enquiry_app"))
                .isEqualTo(password);
        assertThat(ask(
                        "postgres",
                        "select count(*) from pg_database where datname in ('council','enquiry','notification')"))
                .isEqualTo("3");
        assertThat(ask(
                        "postgres",
                        "select count(*) from pg_roles where rolname ~ '_(migrator|app|relay)$' and rolcanlogin"))
                .isEqualTo("9");
    }

    @Test
    void no_role_of_a_service_passes_row_level_security_or_enters_another_services_database() throws SQLException {
        assertThat(ask(
                        "postgres",
                        "select count(*) from pg_roles where rolname like '%\\_app' and (rolbypassrls or rolsuper)"))
                .isEqualTo("0");
        String password = new StackDirectory(running.directory()).password("enquiry_app");
        try (Connection own =
                DriverManager.getConnection(backends.postgres().jdbcUrl("enquiry"), "enquiry_app", password)) {
            assertThat(own.isValid(2)).isTrue();
        }
        assertThatThrownBy(() -> DriverManager.getConnection(
                                backends.postgres().jdbcUrl("council"), "enquiry_app", password)
                        .close())
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DriverManager.getConnection(
                                backends.postgres().jdbcUrl("enquiry"), "enquiry_app", "guessed")
                        .close())
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void passwords_and_the_private_key_are_for_their_owner_only() throws Exception {
        backends.tokens().operator();
        StackDirectory directory = new StackDirectory(running.directory());
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(directory.root().resolve("stack.properties"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.privateKey())))
                .isEqualTo("rw-------");
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", backends.kafka().bootstrapServers()));
    }

    private static long pid(Component component) {
        return component.processes().getFirst().pid();
    }

    private String ask(String database, String query) throws SQLException {
        try (Connection connection = backends.postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
