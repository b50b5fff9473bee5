package uk.concordat.eventsourcing.views;

import java.util.Locale;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.walk.StreamWalk;

/** How fast a view is made anew, and all is verified, from 200,000 events of 50,000 streams. Started by hand; prints what it measures. */
final class ViewRebuildBenchmark {

    private static final int STREAMS = 50_000;
    private static final int AT_ONCE = 1_000;
    private static final int SCANS = 3;
    private static final long EVENTS = STREAMS * (1L + SCANS);

    private ViewRebuildBenchmark() {}

    public static void main(String[] arguments) {
        Installation installation = Installation.clean();
        Rebuilding rebuilding = new Rebuilding(installation);
        for (int written = 0; written < STREAMS; written += AT_ONCE) {
            rebuilding.parcelsScanned(AT_ONCE, SCANS);
        }
        installation.execute("analyze event");
        for (int round = 1; round <= 3; round++) {
            installation.execute("update parcel_view set state = 'Old'");
            rebuilding.begin();
            StreamWalk<?, ?> walk = rebuilding.walk();
            say("made anew", () -> {
                while (walk.step(Rebuilding.TENANT) != StreamWalk.Step.FINISHED) {}
            });
            say("verified", rebuilding::verification);
        }
        System.exit(0);
    }

    private static void say(String what, Runnable work) {
        long began = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %,.0f events a second%n", what, EVENTS / seconds);
    }
}
