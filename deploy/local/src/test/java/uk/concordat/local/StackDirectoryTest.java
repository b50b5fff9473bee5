package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackDirectoryTest {

    @TempDir
    Path path;

    @Test
    void two_stacks_do_not_run_in_one_directory() {
        StackDirectory directory = new StackDirectory(path);
        try (StackLock held = StackLock.take(directory)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> StackLock.take(directory))
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Another stack runs in " + path)
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
        }
        StackLock.take(directory).close();
    }

    @Test
    void a_port_that_is_taken_is_named_with_the_setting_that_changes_it() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.free().orFrom(Map.of("CONCORDAT_PORT_ENQUIRY", Integer.toString(other.getLocalPort())));
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StackFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", for enquiry-service, is taken")
                    .hasMessageContaining("CONCORDAT_PORT_ENQUIRY=");
        }
    }

    @Test
    void a_port_is_a_number() {
        assertThatThrownBy(() -> Ports.standard().orFrom(Map.of("CONCORDAT_PORT_KAFKA_CONTROLLER", "http")))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("CONCORDAT_PORT_KAFKA_CONTROLLER is 'http'");
    }

    @Test
    void the_ports_of_a_stack_are_remembered() {
        Ports ports = Ports.free();
        ports.rememberIn(new StackDirectory(path).file());
        assertThat(Ports.of(new StackDirectory(path).file())).isEqualTo(ports);
    }

    @Test
    void a_problem_is_shown_with_each_of_its_errors() {
        assertThat(ProblemText.of("""
                        {"title":"Unprocessable Content","detail":"Nothing was loaded.",
                         "errors":[{"file":"posts.csv","line":3,"column":"","problem":"has 2 cells"},"and more"]}"""))
                .isEqualToNormalizingNewlines("Nothing was loaded.\n  posts.csv, 3, has 2 cells\n  and more");
        assertThat(ProblemText.of("502 Bad Gateway")).isEqualTo("502 Bad Gateway");
    }
}
