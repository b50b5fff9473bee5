package uk.concordat.system.bench;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.local.LocalStack;

/**
 * What the longest streams cost: a council's, which holds every person and post that its files ever said something new
 * of. Its commands are imports and proclaimed days.
 */
final class CouncilsBench {

    private static final String COUNCIL = "wonderland";
    private static final String SERVICE = "council-service";
    private static final String DAYS = "/councils/" + COUNCIL + "/non-working-days";
    private static final int PEOPLE = 5_000;
    private static final int TIMES = 20;
    private static final int FEW = 5;
    private static final Duration REST = Duration.ofMinutes(10);

    private final LocalStack stack;
    private final Server server;
    private final ServiceCpu service;
    private final Portal portal;
    private LocalDate day = LocalDate.now(ZoneOffset.UTC).plusYears(2).withDayOfYear(60);

    CouncilsBench(LocalStack stack, Server server, ServiceCpu service) {
        this.stack = stack;
        this.server = server;
        this.service = service;
        this.portal = new Portal(stack, COUNCIL);
    }

    void run() {
        System.out.println(
                "| people | events | KiB | the last import, s | the same again, s | read the rows, ms | load and fold, ms | of it processor, ms | GET of the days, ms | proclaim a day, ms |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        System.out.println(measured(files(100)));
        System.out.println(measured(files(1_000)));
        load(files(3_000));
        System.out.println(measured(files(PEOPLE)));
        // So long is the stream of a council that changes for years.
        load(renewed(1));
        System.out.println(measured(new CouncilFiles(PEOPLE, 1, PEOPLE)));
        for (int edition = 2; edition < 4; edition++) {
            load(renewed(edition));
            load(new CouncilFiles(PEOPLE, edition, PEOPLE));
        }
        load(renewed(4));
        System.out.println(measured(new CouncilFiles(PEOPLE, 4, PEOPLE)));
    }

    private static CouncilFiles files(int people) {
        return new CouncilFiles(people, 0, people);
    }

    /** Half of the people at a time. */
    private static CouncilFiles renewed(int edition) {
        return new CouncilFiles(PEOPLE, edition, PEOPLE / 2);
    }

    private String measured(CouncilFiles files) {
        double imported = load(files);
        double again = load(files);
        double proclaimed = proclaim();
        String stream = UUID.nameUUIDFromBytes(("council " + COUNCIL).getBytes(StandardCharsets.UTF_8))
                .toString();
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %.1f | %.1f | %.0f | %.0f | %.0f | %.0f | %.0f |",
                files.people(),
                server.ask("council", "select max(version) from event where stream_id = '%s'".formatted(stream)),
                server.kibibytes("council", stream),
                imported / 1000,
                again / 1000,
                server.millisecondsToRead("council", COUNCIL, "council", stream, TIMES),
                Figures.medianMilliseconds(TIMES, this::proclaimAgain),
                service.millisecondsEach(FEW, this::proclaimAgain),
                Figures.medianMilliseconds(
                        TIMES, () -> Portal.expect(200, portal.get("member-services", SERVICE, DAYS))),
                proclaimed);
    }

    private double load(CouncilFiles files) {
        long begin = System.nanoTime();
        Portal.expect(200, portal.load(files));
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        stack.awaitRest(REST);
        return milliseconds;
    }

    /** The next Wednesday of a spring: no bank holiday falls on one. */
    private double proclaim() {
        day = day.with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        long begin = System.nanoTime();
        Portal.expect(201, portal.post("member-services", SERVICE, DAYS, Optional.empty(), proclamation()));
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        stack.awaitRest(REST);
        return milliseconds;
    }

    /** Refused, once the stream has been loaded and folded: the day has been proclaimed. */
    private void proclaimAgain() {
        Portal.expect(409, portal.post("member-services", SERVICE, DAYS, Optional.empty(), proclamation()));
    }

    private String proclamation() {
        return """
                {"day":"%s","why":"Day of the benchmark","source":"None"}""".formatted(day);
    }
}
