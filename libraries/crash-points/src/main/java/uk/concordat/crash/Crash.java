package uk.concordat.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends this process, at the point that a file names. */
public final class Crash {

    /** As after {@code kill -9}. */
    private static final int KILLED = 137;

    private static volatile @Nullable Path chosen;

    private Crash() {}

    static void choose(Path file) {
        chosen = file;
    }

    /** Called from the points themselves. Nothing is shut down, flushed or released. */
    public static void reach(String code) {
        Path file = chosen;
        if (file != null && read(file).equals(code) && counts(code)) {
            System.err.println(ended(code));
            Runtime.getRuntime().halt(KILLED);
        }
    }

    /** What the process says last. */
    public static String ended(String code) {
        return "Ended at the crash point " + code;
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file).strip() : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean counts(String code) {
        for (CrashPoint point : CrashPoint.values()) {
            if (point.code().equals(code)) {
                Optional<String> under = point.place().under();
                return under.isEmpty() || isOnTheStack(under.get());
            }
        }
        return false;
    }

    private static boolean isOnTheStack(String className) {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> frame.getClassName().equals(className)));
    }
}
