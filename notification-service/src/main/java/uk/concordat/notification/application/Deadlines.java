package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.protocols.deadlines.DeadlineAction;

/** What owners say of their deadlines: noted, and where it is a breach, told. */
@ApplicationScoped
public class Deadlines {

    private final DeadlineWatch watch;
    private final Telling telling;
    private final Directories directories;

    public Deadlines(DeadlineWatch watch, Telling telling, Directories directories) {
        this.watch = watch;
        this.telling = telling;
        this.directories = directories;
    }

    /** @throws NotYet if people are to be told whom the replica does not know yet */
    public void mentioned(
            Transaction transaction,
            CaseReference of,
            String reference,
            List<DeadlineMention> mentions,
            Optional<String> traceparent) {
        List<DeadlineMention> breached = mentions.stream()
                .filter(mention -> mention.action() == DeadlineAction.BREACHED)
                .toList();
        Optional<Directory> directory = breached.isEmpty()
                ? Optional.empty()
                : Optional.of(directories
                        .present(transaction)
                        .orElseThrow(() -> new NotYet("the council " + transaction.tenant())));
        RoundTrip roundTrip = transaction.roundTrip();
        mentions.forEach(mention -> watch.note(roundTrip, transaction, of, mention, traceparent));
        directory.ifPresent(known ->
                breached.forEach(mention -> telling.ofBreach(roundTrip, transaction, known, of, reference, mention)));
        roundTrip.send();
    }
}
