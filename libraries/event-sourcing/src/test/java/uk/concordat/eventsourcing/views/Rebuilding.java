package uk.concordat.eventsourcing.views;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.ParcelState;
import uk.concordat.eventsourcing.parcel.ParcelView;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.verification.Verification;
import uk.concordat.eventsourcing.verification.Verifier;
import uk.concordat.eventsourcing.walk.StreamWalk;
import uk.concordat.eventsourcing.walk.Walk;
import uk.concordat.eventsourcing.walk.Walks;

/** A tenant's parcels, many at once, and the rebuilding of their view. */
final class Rebuilding {

    static final Tenant TENANT = new Tenant("north");
    static final String WORK = ViewRebuild.workOf("parcel_view");

    final Transactions transactions;
    final EventStore<ParcelState, ParcelEvent> store = Parcels.store("unsent");

    Rebuilding(Installation installation) {
        this.transactions = installation.transactions();
    }

    /** So many parcels that have been scanned once, all in one transaction. */
    List<UUID> parcels(int number) {
        return parcelsScanned(number, 1);
    }

    /** So many parcels, each scanned so often, all in one transaction. */
    List<UUID> parcelsScanned(int number, int scans) {
        List<UUID> ids = IntStream.range(0, number)
                .mapToObj(_ -> UUID.randomUUID())
                .sorted()
                .toList();
        transactions.in(TENANT, transaction -> {
            RoundTrip writing = transaction.roundTrip();
            for (UUID id : ids) {
                store.append(
                        writing,
                        transaction,
                        new Stream<>(id, new ParcelState.Unknown(), List.of()),
                        story(scans),
                        Origin.system(Optional.empty()));
            }
            writing.send();
            return ids;
        });
        // In the order in which PostgreSQL has them.
        return ids.stream()
                .sorted(java.util.Comparator.comparing(UUID::toString))
                .toList();
    }

    private static List<ParcelEvent> story(int scans) {
        List<ParcelEvent> story = new ArrayList<>(List.of(Parcels.posted()));
        IntStream.rangeClosed(1, scans).forEach(scan -> story.add(Parcels.scanned("Crewe", scan)));
        return story;
    }

    boolean begin() {
        return transactions.in(TENANT, transaction -> Walks.begin(transaction, WORK));
    }

    StreamWalk<ParcelState, ParcelEvent> walk() {
        return walk(new ParcelView());
    }

    StreamWalk<ParcelState, ParcelEvent> walk(View<ParcelState> view) {
        return ViewRebuild.of(transactions, store, view);
    }

    /** Goes on until it has finished. */
    Walk finish() {
        StreamWalk<ParcelState, ParcelEvent> walk = walk();
        Callable<StreamWalk.Step> step = () -> {
            try {
                return walk.step(TENANT);
            } catch (DatabaseUnavailable held) {
                return StreamWalk.Step.MORE_TO_DO;
            }
        };
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofSeconds(30))
                .until(step, StreamWalk.Step.FINISHED::equals);
        return progress();
    }

    Walk progress() {
        return transactions.in(TENANT, Walks::all).getFirst();
    }

    Verification verification() {
        return new Verifier<>(transactions, store).verify(TENANT);
    }
}
