package uk.concordat.eventsourcing.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.installation.Installation;

/** What an operator does with an intake, each act noted as an effect of the tenant's, so that it is seen which were kept. */
final class OperatedInbox {

    private final Installation installation;
    private final Intake intake;
    private final DeadLetterDesk desk;

    OperatedInbox(Installation installation, Intake intake) {
        this.installation = installation;
        this.intake = intake;
        this.desk = new DeadLetterDesk(intake.isOrdered() ? List.of(intake.consumer()) : List.of());
    }

    Intake.Replayed replay(UUID id) {
        return replay(id, Deliveries::note);
    }

    Intake.Replayed replay(UUID id, Effect effect) {
        return intake.replay(Deliveries.TENANT, id, effect, transaction -> note(transaction, "replay"));
    }

    Intake.Discarded discard(UUID id) {
        return intake.discard(
                Deliveries.TENANT,
                id,
                Deliveries::note,
                new Intake.Discarding("never meant for us", "ann"),
                transaction -> note(transaction, "discard"));
    }

    private static void note(Transaction transaction, String act) {
        transaction
                .roundTrip()
                .update(
                        "insert into parcel_view (tenant, id, state, version) values (?, uuidv7(), ?, 1)",
                        transaction.tenant().key(),
                        act)
                .send();
    }

    /** What was noted. */
    List<String> acts() {
        return installation.ask("select state from parcel_view order by id");
    }

    List<ParkedRecord> list(Optional<UUID> after, Optional<String> kind, int limit) {
        return installation
                .transactions()
                .in(Deliveries.TENANT, transaction -> desk.list(transaction, after, kind, limit));
    }

    List<ParkedRecord> list() {
        return list(Optional.empty(), Optional.empty(), 100);
    }

    Inspected inspect(UUID id) {
        return installation
                .transactions()
                .in(Deliveries.TENANT, transaction -> desk.inspect(transaction, id))
                .orElseThrow();
    }

    List<Gap> gaps() {
        return installation
                .transactions()
                .in(Deliveries.TENANT, transaction -> desk.gaps(transaction, Optional.empty(), 100));
    }

    List<DeadLetterDesk.Waiting> waiting() {
        return installation.transactions().in(Deliveries.TENANT, DeadLetterDesk::waiting);
    }

    /** The id of a parked record, by its subject and sequence. */
    UUID id(String subject, long sequence) {
        return list().stream()
                .filter(parked -> parked.subject().equals(subject) && parked.sequence() == sequence)
                .findFirst()
                .orElseThrow()
                .id();
    }
}
