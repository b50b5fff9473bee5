package uk.concordat.eventsourcing.parcel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.EventTypes;
import uk.concordat.eventsourcing.store.Publication;
import uk.concordat.eventsourcing.store.View;

/** The store of {@link Parcel}s, whose scans are not published, and examples of its events. */
public final class Parcels {

    public static final String GREETING = "Dear Aunt Philippa, the moths are back";
    public static final String WISH = "kiss the tortoise";
    public static final String TRACEPARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    public static final ParcelEvent.PersonId SENDER =
            new ParcelEvent.PersonId(UUID.fromString("0190a0a0-0000-7000-8000-000000000001"));
    public static final ParcelEvent.PersonId RECIPIENT =
            new ParcelEvent.PersonId(UUID.fromString("0190a0a0-0000-7000-8000-000000000002"));

    private Parcels() {}

    public static EventStore<ParcelState, ParcelEvent> store(String topic) {
        return store(topic, new ParcelView());
    }

    /** One that shows each parcel in this view, and in the one of those on their way. */
    public static EventStore<ParcelState, ParcelEvent> store(String topic, View<ParcelState> view) {
        Parcel parcel = new Parcel();
        return new EventStore<>(
                "parcel",
                types(),
                parcel.initial(),
                parcel::evolve,
                (tenant, stream, event, _) -> publish(topic, tenant, stream, event),
                List.of(view, new TravellingView()));
    }

    public static EventTypes<ParcelEvent> types() {
        return EventTypes.of(ParcelEvent.class)
                .type("parcel-posted", 1, ParcelEvent.Posted.class)
                .type("parcel-scanned", 2, ParcelEvent.Scanned.class)
                .type("parcel-delivered", 1, ParcelEvent.Delivered.class)
                .build();
    }

    public static ParcelEvent.Posted posted() {
        return posted(GREETING, Optional.of(WISH));
    }

    public static ParcelEvent.Posted posted(String greeting, Optional<String> wish) {
        return new ParcelEvent.Posted(
                new ParcelEvent.Barcode("7KQ4"),
                SENDER,
                ParcelEvent.Size.LETTER_BOX,
                Instant.parse("2026-12-24T09:15:00.123456Z"),
                LocalDate.of(2026, 12, 31),
                List.of(
                        new ParcelEvent.Stop("Crewe", LocalDate.of(2026, 12, 28)),
                        new ParcelEvent.Stop("Leith", LocalDate.of(2026, 12, 29))),
                List.of(new ParcelEvent.Barcode("A"), new ParcelEvent.Barcode("B")),
                Optional.of(ParcelEvent.Size.SHELF),
                Optional.empty(),
                true,
                greeting,
                wish);
    }

    public static ParcelEvent.Scanned scanned(String depot, int scans) {
        return new ParcelEvent.Scanned(depot, scans);
    }

    public static ParcelEvent.Delivered delivered() {
        return new ParcelEvent.Delivered(RECIPIENT, Optional.empty());
    }

    private static Optional<Publication> publish(String topic, Tenant tenant, UUID stream, ParcelEvent event) {
        return switch (event) {
            case ParcelEvent.Posted posted ->
                Optional.of(publication(topic, tenant, stream, "posted", Map.of("promised", posted.promised())));
            case ParcelEvent.Scanned _ -> Optional.empty();
            case ParcelEvent.Delivered delivered ->
                Optional.of(publication(topic, tenant, stream, "delivered", Map.of("to", delivered.recipient())));
        };
    }

    private static Publication publication(String topic, Tenant tenant, UUID stream, String what, Object data) {
        return new Publication(topic, "/post/" + tenant, "test.parcel." + what + ".v1", stream.toString(), data);
    }
}
