package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** F6: no connection is left in the pool, since each waits for a lock; then the disk is full, as PostgreSQL says it. */
final class Exhausted implements Fault {

    /** More than a service has connections. */
    private static final Crowd.Size MANY = new Crowd.Size(32, 64);

    private static final String FULL = """
            create function disk_full() returns trigger language plpgsql as
              $$ begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$;
            create trigger disk_full before insert on event execute function disk_full()""";

    @Override
    public void strike(Scene scene) {
        Crowd many = scene.anotherCrowd(MANY).begin();
        try {
            withTheTableLocked(scene);
        } finally {
            many.end();
        }
        int ofThePool = many.tally().notNow();
        scene.note("pool exhausted", "%s", many.tally());
        assertThat(ofThePool).as("F6 503 while no connection is left").isPositive();
        assertThat(many.tally().withoutRetryAfter())
                .as("F6 503 without Retry-After")
                .isZero();

        int before = scene.crowd().tally().notNow();
        withTheDiskFull(scene);
        int ofTheDisk = scene.crowd().tally().notNow() - before;
        scene.note("disk full", "%d times 503", ofTheDisk);
        assertThat(ofTheDisk).as("F6 503 while the disk is full").isPositive();
        assertThat(scene.crowd().tally().withoutRetryAfter())
                .as("F6 503 without Retry-After")
                .isZero();
    }

    private static void withTheTableLocked(Scene scene) {
        try (Connection holder = scene.stored().connect("enquiry");
                Statement lock = holder.createStatement()) {
            holder.setAutoCommit(false);
            lock.execute("lock table event in access exclusive mode");
            Pause.of(scene.howLong());
            holder.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void withTheDiskFull(Scene scene) {
        scene.stored().execute("enquiry", FULL);
        try {
            Pause.of(scene.howLong().dividedBy(2));
        } finally {
            scene.stored().execute("enquiry", "drop trigger disk_full on event; drop function disk_full()");
        }
    }
}
