package uk.concordat.system.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgbenchTest {

    private static final String REPORT = """
            pgbench (15.13 (Debian 15.13-0+deb12u1), server 18.6)
            transaction type: raw-twin.sql
            scaling factor: 1
            query mode: prepared
            number of clients: 16
            number of threads: 2
            maximum number of tries: 1
            duration: 12 s
            number of transactions actually processed: 14804
            number of failed transactions: 0 (0.000%)
            latency average = 12.969 ms
            initial connection time = 31.902 ms
            tps = 1233.668093 (without initial connection time)
            """;

    @Test
    void the_rate_is_that_without_connecting() {
        assertThat(Pgbench.rate(REPORT)).isEqualTo(1233.668093);
    }

    @Test
    void of_the_two_rates_of_an_old_pgbench_it_is_the_second() {
        assertThat(Pgbench.rate("""
                        tps = 85.184871 (including connections establishing)
                        tps = 85.296346 (excluding connections establishing)
                        """)).isEqualTo(85.296346);
    }

    @Test
    void a_report_without_a_rate_is_none() {
        assertThatThrownBy(() -> Pgbench.rate("pgbench: error: client 3 aborted\n"))
                .isInstanceOf(BenchFailure.class)
                .hasMessageContaining("client 3 aborted");
    }

    @Test
    void a_run_in_which_transactions_failed_is_none() {
        assertThatThrownBy(() -> Pgbench.rate(REPORT.replace("failed transactions: 0", "failed transactions: 7")))
                .isInstanceOf(BenchFailure.class);
    }

    @Test
    void the_one_on_the_path_comes_first_and_then_that_of_the_newest_version(@TempDir Path directory)
            throws IOException {
        Path onPath = executable(directory.resolve("path"));
        executable(directory.resolve("versions/9.6/bin"));
        Path newest = executable(directory.resolve("versions/18/bin"));
        Path versions = directory.resolve("versions");

        assertThat(Pgbench.find(directory.resolve("path").toString(), versions)).contains(new Pgbench(onPath));
        assertThat(Pgbench.find("", versions)).contains(new Pgbench(newest));
        assertThat(Pgbench.find("", directory.resolve("none"))).isEmpty();
    }

    private static Path executable(Path directory) throws IOException {
        Path program = Files.createFile(Files.createDirectories(directory).resolve("pgbench"));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}
