package uk.concordat.eventsourcing.views;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.eventsourcing.views.Rebuilding.TENANT;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.ParcelState;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;
import uk.concordat.eventsourcing.store.Stream;

/** A view is made anew while parcels are posted, scanned and delivered, and one commit in a hundred is slow. */
class RebuildUnderTrafficTest {

    private static final int WRITERS = 4;

    private final Installation installation = Installation.clean();
    private final Transactions transactions = installation.transactions();
    private final PostOffice office = new PostOffice(transactions, "unsent");
    private final Rebuilding rebuilding = new Rebuilding(installation);

    @Test
    void no_row_is_left_behind_its_stream() throws Exception {
        List<UUID> ids = rebuilding.parcels(600);
        AtomicBoolean enough = new AtomicBoolean();
        int appended = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Integer>> writers = IntStream.range(0, WRITERS)
                    .mapToObj(writer -> threads.submit(() -> write(ids, new Random(writer), enough)))
                    .toList();
            for (int round = 0; round < 3; round++) {
                installation.execute("update parcel_view set state = 'Old' where version < 3");
                rebuilding.begin();
                rebuilding.finish();
            }
            enough.set(true);
            for (Future<Integer> writer : writers) {
                appended += writer.get();
            }
        }

        assertThat(appended).as("appends meanwhile").isPositive();
        assertThat(rebuilding.verification().isSound()).isTrue();
        assertThat(installation.ask("select 1 from parcel_view where state = 'Old'"))
                .isEmpty();
    }

    private int write(List<UUID> ids, Random random, AtomicBoolean enough) {
        int appended = 0;
        while (!enough.get()) {
            boolean isSlow = random.nextInt(100) == 0;
            UUID id = random.nextInt(10) == 0 ? UUID.randomUUID() : ids.get(random.nextInt(ids.size()));
            transactions.untilWon(TENANT, transaction -> {
                Stream<ParcelState, ParcelEvent> loaded = office.store().load(transaction, id);
                var after = office.append(transaction, loaded, next(loaded, random));
                if (isSlow) {
                    transaction.roundTrip().update("select pg_sleep(0.7)").send();
                }
                return after;
            });
            appended++;
        }
        return appended;
    }

    private static ParcelEvent next(Stream<ParcelState, ParcelEvent> parcel, Random random) {
        if (parcel.version() == 0) {
            return Parcels.posted();
        }
        return random.nextInt(4) == 0
                ? Parcels.delivered()
                : Parcels.scanned("Depot " + random.nextInt(50), (int) parcel.version());
    }
}
