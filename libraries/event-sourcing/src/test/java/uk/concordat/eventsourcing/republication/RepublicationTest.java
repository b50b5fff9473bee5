package uk.concordat.eventsourcing.republication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.installation.Installation;
import uk.concordat.eventsourcing.parcel.ParcelEvent;
import uk.concordat.eventsourcing.parcel.ParcelState;
import uk.concordat.eventsourcing.parcel.Parcels;
import uk.concordat.eventsourcing.parcel.PostOffice;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.eventsourcing.store.Publisher;
import uk.concordat.eventsourcing.walk.StreamWalk;
import uk.concordat.eventsourcing.walk.Walks;

class RepublicationTest {

    private static final Tenant TENANT = new Tenant("north");
    private static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final String MESSAGES =
            "select topic || key || headers || encode(value, 'escape') from outbox order by position";

    private final Installation installation = Installation.clean();
    private final Transactions transactions = installation.transactions();
    private final PostOffice office = new PostOffice(transactions, "unsent");

    @Test
    void every_message_is_told_again_just_as_it_was_and_each_streams_in_their_order() {
        List<String> told = twoParcelsAreTold();

        republish(office.store());

        assertThat(told).hasSize(4);
        assertThat(messages()).isEqualTo(told);
    }

    @Test
    void one_stream_can_be_told_again_alone() {
        List<String> told = twoParcelsAreTold();

        long sent = transactions.in(TENANT, transaction -> Republication.ofOne(transaction, office.store(), SECOND));

        assertThat(sent).isEqualTo(2);
        assertThat(messages()).isEqualTo(told.subList(2, 4));
    }

    @Test
    void of_a_stream_that_is_not_there_nothing_is_told() {
        long sent = transactions.in(
                TENANT, transaction -> Republication.ofOne(transaction, office.store(), UUID.randomUUID()));

        assertThat(sent).isZero();
        assertThat(messages()).isEmpty();
    }

    @Test
    void of_whole_documents_only_the_newest_of_each_subject_is_told_again() {
        EventStore<ParcelState, ParcelEvent> store = documents();
        List<String> told = twoParcelsAreTold();

        republish(store);

        assertThat(told).hasSize(4);
        assertThat(installation.ask("select key || (headers ->> 'ce_sequence') from outbox order by position"))
                .containsExactly("document of " + FIRST + "2", "document of " + SECOND + "2");
    }

    @Test
    void the_newest_message_of_one_subject_can_be_told_again_alone() {
        List<String> told = twoParcelsAreTold();

        assertThat(transactions.<Boolean>in(
                        TENANT,
                        transaction ->
                                Republication.ofSubject(transaction, office.store(), FIRST, FIRST.toString(), 0)))
                .isTrue();
        assertThat(transactions.<Boolean>in(
                        TENANT,
                        transaction -> Republication.ofSubject(transaction, office.store(), FIRST, "another", 0)))
                .isFalse();

        assertThat(messages()).isEqualTo(told.subList(1, 2));
    }

    /** Or the older of two documents could come to stand behind the newer one. */
    @Test
    void a_stream_that_is_told_again_is_held_against_appends_meanwhile() {
        twoParcelsAreTold();
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Void> append = CompletableFuture.runAsync(() -> {
            await(held);
            new PostOffice(transactions, "unsent").append(TENANT, SECOND, Parcels.delivered());
        });

        transactions.in(TENANT, transaction -> {
            long sent = Republication.ofOne(transaction, office.store(), SECOND);
            held.countDown();
            assertThatThrownBy(() -> append.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return sent;
        });

        assertThat(append).succeedsWithin(Duration.ofSeconds(10));
        assertThat(installation.ask("select headers ->> 'ce_sequence' from outbox order by position"))
                .containsExactly("1", "2", "3");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** To tell less would leave a hole that consumers wait behind, to tell more a double that they pass over. */
    @Test
    void where_what_was_told_cannot_be_said_for_sure_the_stream_is_left_out() {
        List<String> told = twoParcelsAreTold();
        installation.execute("update event set sequence = 2 where version = 2 and stream_id = '%s'".formatted(FIRST));

        republish(office.store());

        assertThat(messages()).isEqualTo(told.subList(2, 4));
        assertThat(transactions.in(TENANT, Walks::all).getFirst().unreadable()).isEqualTo(1);
    }

    private List<String> twoParcelsAreTold() {
        office.append(TENANT, FIRST, Parcels.posted(), Parcels.scanned("Crewe", 1));
        office.append(TENANT, FIRST, Parcels.delivered());
        office.append(TENANT, SECOND, Parcels.posted(), Parcels.delivered());
        List<String> told = messages();
        installation.execute("truncate outbox");
        return told;
    }

    private void republish(EventStore<ParcelState, ParcelEvent> store) {
        StreamWalk<ParcelState, ParcelEvent> walk = Republication.of(transactions, store);
        transactions.in(TENANT, transaction -> Walks.begin(transaction, walk.work()));
        assertThat(walk.step(TENANT)).isEqualTo(StreamWalk.Step.FINISHED);
    }

    private List<String> messages() {
        return installation.ask(MESSAGES);
    }

    private static EventStore<ParcelState, ParcelEvent> documents() {
        return new EventStore<>(
                "parcel",
                Parcels.types(),
                new ParcelState.Unknown(),
                (_, _) -> new ParcelState.Arrived(),
                new Publisher<>() {
                    @Override
                    public Optional<Publication> publish(
                            Tenant tenant, UUID stream, ParcelEvent event, ParcelState stateAfter) {
                        return event instanceof ParcelEvent.Scanned
                                ? Optional.empty()
                                : Optional.of(new Publication(
                                        "unsent", "/post", "test.document.v1", "document of " + stream, Map.of()));
                    }

                    @Override
                    public boolean isOfWholeDocuments() {
                        return true;
                    }
                },
                List.of());
    }
}
