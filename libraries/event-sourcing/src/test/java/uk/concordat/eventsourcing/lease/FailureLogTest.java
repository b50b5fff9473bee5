package uk.concordat.eventsourcing.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.slf4j.event.EventRecordingLogger;
import org.slf4j.event.SubstituteLoggingEvent;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.SubstituteLogger;

class FailureLogTest {

    private final ConcurrentLinkedQueue<SubstituteLoggingEvent> lines = new ConcurrentLinkedQueue<>();
    private long nanos = 7;
    private final FailureLog log = new FailureLog(
            new EventRecordingLogger(new SubstituteLogger("failures", lines, false), lines), () -> nanos);

    @Test
    void what_fails_again_and_again_is_said_once_a_minute_with_how_often_and_when_it_is_over() {
        log.warn("sending to north", new ConnectException("port 9092 is closed"));
        log.warn("sending to north", new ConnectException("port 9092 is closed"));
        log.warn("sending to north", new ConnectException("port 9093 is closed"));
        pass(Duration.ofSeconds(60));
        log.warn("sending to north", new ConnectException("port 9092 is closed"));
        log.succeeded("sending to north");
        log.succeeded("sending to north");

        assertThat(said())
                .containsExactly(
                        "WARN sending to north failed: java.net.ConnectException: port 9092 is closed",
                        "WARN sending to north failed 3 times more: java.net.ConnectException: port 9092 is closed",
                        "INFO sending to north succeeds again");
    }

    @Test
    void another_reason_and_another_doing_are_said_at_once() {
        log.warn("sending to north", new ConnectException("refused"));
        log.warn("sending to north", new ConnectException("timed out"));
        log.warn("sending to south", new ConnectException("refused"));
        log.succeeded("sending to north");

        assertThat(said())
                .containsExactly(
                        "WARN sending to north failed: java.net.ConnectException: refused",
                        "WARN sending to north failed: java.net.ConnectException: timed out",
                        "WARN sending to south failed: java.net.ConnectException: refused",
                        "INFO sending to north succeeds again");
    }

    @Test
    void what_should_not_happen_says_the_first_time_where_it_happened() {
        IllegalStateException fault = new IllegalStateException("a fault");
        log.error("sweeping", fault);
        pass(Duration.ofSeconds(61));
        log.error("sweeping", fault);

        assertThat(said()).containsExactly("ERROR sweeping failed", "ERROR sweeping failed 1 times more: " + fault);
        assertThat(lines.peek())
                .extracting(SubstituteLoggingEvent::getThrowable)
                .isSameAs(fault);
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private List<String> said() {
        return lines.stream()
                .map(line -> line.getLevel() + " "
                        + MessageFormatter.basicArrayFormat(line.getMessage(), line.getArgumentArray()))
                .toList();
    }
}
