package uk.concordat.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JVM of the stack, in a session of its own, so that Ctrl-C reaches only the launcher, which stops all in order. Its
 * pid is kept in a file, so that a later launcher finds it; it counts as this process only if it carries its mark.
 */
final class ManagedProcess {

    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final Path log;
    private final Path pidFile;
    private final String mark;
    private boolean closed;

    ManagedProcess(String name, StackDirectory directory) {
        this.name = name;
        this.log = directory.log(name);
        this.pidFile = directory.pid(name);
        this.mark = "-Dconcordat.component=" + name + "@" + directory.root();
    }

    /** Starts {@code java} with these arguments, once no earlier process of that name is left. */
    synchronized void start(List<String> arguments, Map<String, String> environment) {
        if (closed) {
            throw new StackFailure(name + " was not started: the stack is being stopped");
        }
        stop();
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.add(Jdk.java());
        command.add(mark);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(new File("/dev/null"));
        builder.environment().putAll(environment);
        try {
            Files.writeString(pidFile, Long.toString(builder.start().pid()));
        } catch (IOException failure) {
            throw new StackFailure(name + " could not be started", failure);
        }
    }

    /** The process, if it runs. */
    Optional<ProcessHandle> process() {
        try {
            String pid = Files.exists(pidFile) ? Files.readString(pidFile).strip() : "";
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(pid))
                            .filter(ProcessHandle::isAlive)
                            .filter(found ->
                                    found.info().commandLine().orElse("").contains(mark));
        } catch (IOException | NumberFormatException unreadable) {
            throw new StackFailure("The pid file " + pidFile + " cannot be read; delete it", unreadable);
        }
    }

    boolean isRunning() {
        return process().isPresent();
    }

    /** Asks the process to end, and ends it by force if it does not in time. */
    synchronized void stop() {
        process().ifPresent(process -> Ending.inOrder(process, ProcessHandle::destroy, GRACE));
        forget();
    }

    /** Ends the process; it is not started again. */
    synchronized void close() {
        closed = true;
        stop();
    }

    /** Ends the process at once, as a crash would. */
    synchronized void kill() {
        process().ifPresent(process -> Ending.byForce(List.of(process)));
        forget();
    }

    /** What the last lines of the process's log say. */
    String lastLines(int count) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> all = lines.toList();
            return LogExcerpt.of(all.subList(Math.max(0, all.size() - count), all.size()));
        } catch (IOException failure) {
            return "(the log " + log + " cannot be read: " + failure.getMessage() + ")";
        }
    }

    Path log() {
        return log;
    }

    private void forget() {
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException failure) {
            throw new StackFailure("The pid file " + pidFile + " cannot be deleted", failure);
        }
    }
}
