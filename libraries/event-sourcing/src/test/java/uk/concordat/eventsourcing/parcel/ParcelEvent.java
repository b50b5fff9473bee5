package uk.concordat.eventsourcing.parcel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.decider.Personal;

/** Events with a component of every kind that a model may have. */
public sealed interface ParcelEvent {

    record PersonId(UUID value) {}

    record Barcode(String value) {}

    enum Size {
        LETTER_BOX("letter-box"),
        SHELF("shelf");

        private final String code;

        Size(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    record Stop(String depot, LocalDate on) {}

    record Posted(
            Barcode barcode,
            PersonId sender,
            Size size,
            Instant at,
            LocalDate promised,
            List<Stop> route,
            List<Barcode> enclosed,
            Optional<Size> returnsAs,
            Optional<PersonId> insuredBy,
            boolean fragile,
            @Personal(of = "sender") String greeting,
            @Personal(of = "sender") Optional<String> wish)
            implements ParcelEvent {}

    record Scanned(String depot, int scans) implements ParcelEvent {}

    record Delivered(
            PersonId recipient, @Personal(of = "recipient") Optional<String> remark) implements ParcelEvent {}
}
