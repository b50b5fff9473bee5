package uk.concordat.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Signals that Java does not send itself. */
enum Signal {
    STOP,
    CONT;

    /** Sends it, and returns when it is sent. */
    void send(List<ProcessHandle> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name()));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        if (processes.isEmpty()) {
            throw new StackFailure("Nothing runs that could be sent SIG" + name());
        }
        try {
            int exit = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new StackFailure("SIG%s could not be sent to all of %s".formatted(name(), command));
            }
        } catch (IOException failure) {
            throw new StackFailure("SIG" + name() + " could not be sent", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted while SIG" + name() + " was sent", interrupted);
        }
    }
}
