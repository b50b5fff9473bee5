package uk.concordat.system.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import uk.concordat.local.LocalStack;

/** What an enquiry's length costs: one that grows is measured at some lengths. */
final class EnquiriesBench {

    private static final List<Integer> LENGTHS = List.of(1, 10, 50, 100, 500, 1_000, 5_000);
    private static final int TIMES = 40;
    private static final int FEW = 3;
    private static final int WARM_UP = 500;
    private static final Duration REST = Duration.ofMinutes(10);

    private final LocalStack stack;
    private final Server server;
    private final ServiceCpu service;

    EnquiriesBench(LocalStack stack, Server server, ServiceCpu service) {
        this.stack = stack;
        this.server = server;
        this.service = service;
    }

    void run() {
        LongEnquiry enquiry = new LongEnquiry(new Portal(stack, LongEnquiry.COUNCIL), server);
        // The short stream is measured first, and must not pay for code that is not compiled yet.
        Figures.medianMilliseconds(WARM_UP, enquiry::loadAndFold);
        System.out.println(
                "| events | KiB | read the rows, ms | load and fold, ms | of it processor, ms | GET, ms | a command, ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int length : LENGTHS) {
            enquiry.growTo(length);
            stack.awaitRest(REST);
            System.out.println(measured(length, enquiry));
        }
    }

    /** The commands come last: each makes the stream longer. */
    private String measured(int length, LongEnquiry enquiry) {
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %.1f | %.1f | %.1f | %.1f | %.1f |",
                length,
                server.kibibytes("enquiry", enquiry.id()),
                server.millisecondsToRead("enquiry", LongEnquiry.COUNCIL, "enquiry", enquiry.id(), TIMES),
                Figures.medianMilliseconds(TIMES, enquiry::loadAndFold),
                service.millisecondsEach(length < 1_000 ? TIMES : FEW, enquiry::loadAndFold),
                Figures.medianMilliseconds(TIMES, enquiry::read),
                Figures.medianMilliseconds(FEW, enquiry::act));
    }
}
