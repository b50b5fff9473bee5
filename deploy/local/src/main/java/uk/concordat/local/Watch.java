package uk.concordat.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Says when a part of the stack ends, until the launcher itself is ended. The rest goes on without it. */
final class Watch {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final LocalStack stack;
    private final PrintStream out;
    private final Set<String> gone = new HashSet<>();

    Watch(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    void untilInterrupted() {
        while (!stack.isClosed()) {
            stack.components().forEach(this::look);
            Waiting.pause(EVERY);
        }
    }

    private void look(Component component) {
        String name = component.name();
        if (!component.isRunning() && !stack.isClosed() && gone.add(name)) {
            out.println("%s has ended; its log is %s. The rest goes on. Ctrl-C and ./concordat up start it again."
                    .formatted(name, stack.log(name)));
        }
    }
}
