package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import uk.concordat.system.Stored;

/** F14: some appends take five seconds more to commit than others that came after them. */
final class LateCommits implements Fault {

    /** One in a hundred over minutes; in seconds one in ten, so that there are some. */
    private static final double FEW = 0.01;

    private static final double MORE = 0.1;
    private static final long SECONDS_FOR_FEW = 60;

    private static final String LATE = """
            create sequence late_commits;
            grant usage on sequence late_commits to public;
            create function commit_late() returns trigger language plpgsql as $$ begin
              if random() < %s then perform nextval('late_commits'), pg_sleep(5); end if; return null; end $$;
            create constraint trigger commit_late after insert on event deferrable initially deferred
              for each row execute function commit_late()""";

    @Override
    public void strike(Scene scene) {
        Stored stored = scene.stored();
        double share = scene.howLong().toSeconds() < SECONDS_FOR_FEW ? MORE : FEW;
        stored.execute("enquiry", LATE.formatted(share));
        try {
            Pause.of(scene.howLong());
        } finally {
            stored.execute("enquiry", "drop trigger commit_late on event; drop function commit_late()");
        }
        long late =
                stored
                        .rows("enquiry", "select last_value from late_commits where is_called", row -> row.getLong(1))
                        .stream()
                        .findFirst()
                        .orElse(0L);
        stored.execute("enquiry", "drop sequence late_commits");
        scene.note("late commits", "%d, each by 5 s", late);
        assertThat(late).as("F14 late commits").isPositive();
    }
}
