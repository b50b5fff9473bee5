package uk.concordat.local;

import java.util.List;

/** A part of the stack that can be started, stopped, killed and started again. */
sealed interface Component permits PostgresServer, KafkaBroker, MailServer, ServiceProcess {

    String name();

    int port();

    /** Starts it on its data and returns when it is ready for use. What an earlier launcher left running is stopped first. */
    Component start();

    /** Ends it in order. */
    void stop();

    /** Ends it in order, for good: it does not start again, not even if a start is under way. */
    void close();

    /** Ends all its processes at once, as a crash would, and returns when they are gone. */
    void kill();

    /** Its processes; empty when it does not run. */
    List<ProcessHandle> processes();

    /** Whether it answers now. */
    boolean isReady();

    default boolean isRunning() {
        return !processes().isEmpty();
    }
}
