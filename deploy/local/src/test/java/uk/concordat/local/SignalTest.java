package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalTest {

    @Test
    void a_process_stands_still_until_it_is_told_to_go_on() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "read line").start();
        try {
            Signal.STOP.send(List.of(process.toHandle()));
            await().until(() -> state(process).equals("T"));

            Signal.CONT.send(List.of(process.toHandle()));
            await().until(() -> !state(process).equals("T"));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void what_does_not_run_cannot_be_told_anything() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThatThrownBy(() -> Signal.STOP.send(List.of(process.toHandle()))).isInstanceOf(StackFailure.class);
        assertThatThrownBy(() -> Signal.STOP.send(List.of())).isInstanceOf(StackFailure.class);
    }

    private static String state(Process process) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return line.substring(line.lastIndexOf(')') + 2, line.lastIndexOf(')') + 3);
    }
}
