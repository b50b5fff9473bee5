package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.messaging.Topics;

/** Which records count towards a complete replica, while the database is away. */
class CouncilsChannelTest {

    private static final long OFFSET = 41;

    private final PGSimpleDataSource nowhere = dataSourceOfNobody();
    private final CaughtUp caughtUp = new CaughtUp(nowhere, new Topics(Map.of(), 1));
    private final CouncilsChannel channel = new CouncilsChannel(
            new CouncilReplica(new Transactions(nowhere, _ -> {}), new CouncilRegister(nowhere)),
            caughtUp,
            new NothingIsHeard());

    @Test
    void a_document_that_could_not_be_taken_in_yet_is_not_reached() {
        var record = document("""
                {"key":"harlow","name":"Harlow","reference":"HAR","zone":"Europe/London","protocols":[],
                 "calendar":{"version":"1","days":[]}}""");

        assertThatThrownBy(() -> channel.receive(record)).isInstanceOf(DatabaseUnavailable.class);

        assertThat(caughtUp.next(0)).isZero();
    }

    @Test
    void what_is_no_document_is_reached_for_it_will_never_be_one() {
        var record = document("{\"key\":");

        assertThatThrownBy(() -> channel.receive(record)).isInstanceOf(IllegalArgumentException.class);

        assertThat(caughtUp.next(0)).isEqualTo(OFFSET + 1);
    }

    @Test
    void a_record_without_a_value_is_reached() {
        channel.receive(new ConsumerRecord<>(Topics.COUNCILS, 0, OFFSET, "council/harlow", null));

        assertThat(caughtUp.next(0)).isEqualTo(OFFSET + 1);
        assertThat(caughtUp.next(1)).isZero();
    }

    private static ConsumerRecord<String, byte[]> document(String json) {
        var record = new ConsumerRecord<>(
                Topics.COUNCILS, 0, OFFSET, "council/harlow", json.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_subject", "council/harlow",
                        "ce_type", "uk.concordat.council.council.v1",
                        "ce_source", "/councils/harlow",
                        "ce_sequence", "1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** A database at a port of this machine where nobody listens. */
    private static PGSimpleDataSource dataSourceOfNobody() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PGSimpleDataSource nowhere = new PGSimpleDataSource();
            nowhere.setServerNames(new String[] {"localhost"});
            nowhere.setPortNumbers(new int[] {free.getLocalPort()});
            nowhere.setConnectTimeout(2);
            return nowhere;
        } catch (IOException none) {
            throw new IllegalStateException("No port is free", none);
        }
    }

    /** Nothing that these records bring about is told to anybody. */
    private static final class NothingIsHeard implements Event<CouncilChanged> {

        @Override
        public void fire(CouncilChanged changed) {
            throw new AssertionError("Nothing has changed, but it was told: " + changed);
        }

        @Override
        public <U extends CouncilChanged> CompletionStage<U> fireAsync(U changed) {
            throw new AssertionError("Nothing has changed, but it was told: " + changed);
        }

        @Override
        public <U extends CouncilChanged> CompletionStage<U> fireAsync(
                U changed, @Nullable NotificationOptions options) {
            throw new AssertionError("Nothing has changed, but it was told: " + changed);
        }

        @Override
        public Event<CouncilChanged> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends CouncilChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new AssertionError("Nobody listens to " + subtype);
        }

        @Override
        public <U extends CouncilChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new AssertionError("Nobody listens to " + subtype);
        }
    }
}
