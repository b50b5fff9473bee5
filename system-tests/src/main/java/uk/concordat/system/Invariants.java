package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import uk.concordat.local.LocalStack;

/** What must be true after any fault, once the stack has come to rest: the ledger's I1 to I7, of one council. */
public final class Invariants {

    private static final Duration REST = Duration.ofSeconds(60);
    private static final List<String> DATABASES = List.of("council", "enquiry", "notification");

    private final LocalStack stack;
    private final Stored stored;
    private final Ledger ledger;
    private final String council;
    private final ShownEnquiries shown;

    public Invariants(LocalStack stack, Ledger ledger) {
        this(stack, ledger, "city-of-london");
    }

    /** @param ledger what that council's people were answered */
    public Invariants(LocalStack stack, Ledger ledger, String council) {
        this.council = council;
        this.stack = stack;
        this.stored = new Stored(stack);
        this.ledger = ledger;
        this.shown = new ShownEnquiries(new Portal(stack, council));
    }

    public void hold() {
        hold(REST);
    }

    /** @param atMost how long the stack may take to come to rest first */
    public void hold(Duration atMost) {
        everythingRests(atMost);
        List<Stored.Event> enquiries = stored.events("enquiry", "enquiry", council);
        List<Stored.Event> lapses = stored.events("notification", "deadline", council);
        List<Stored.Event> documents = stored.events("council", "council", council);

        Streams streams = new Streams(stored, council);
        streams.holdWhatWasAcknowledged(enquiries, ledger);
        List.of(enquiries, lapses, documents).forEach(Streams::areContiguous);

        Topics topics = new Topics(stack.bootstrapServers(), ledger.strangers());
        topics.holdWhatIsStored("concordat." + council + ".enquiries", enquiries);
        topics.holdWhatIsStored("concordat." + council + ".notifications", lapses);
        topics.holdAllDocuments(stored.events("council", "council"));

        Effects effects = new Effects(stack, stored, council, ledger.strangers());
        effects.eachMessageWasTakenInOnce(enquiries, lapses);
        effects.eachMailWasMeantAndNobodyHasTwoOfOneNotice();

        shown.equalTheFold(enquiries);
        Deadlines deadlines = new Deadlines(stored, council);
        deadlines.areWatchedAsTheirOwnerHasThem(shown.deadlines(), ledger.strangers());
        Deadlines.endWithTheirDay(shown.deadlines().values());
        deadlines.lapsedOnceAndNotEarly(lapses);
        deadlines.areNoneOpenAndDue(stack.clock().now());
        deadlines.areToldOfAsTheirOwnerConfirmed(enquiries);
    }

    /** I6. */
    private void everythingRests(Duration atMost) {
        stack.awaitRest(atMost);
        for (String database : DATABASES) {
            assertThat(stored.count(database, "outbox"))
                    .as("I6 unsent of %s", database)
                    .isZero();
            assertThat(stored.rows(
                            database,
                            "select kind || ' ' || subject || ' ' || cause from parked",
                            row -> row.getString(1)))
                    .as("I6 parked in %s", database)
                    .isEmpty();
        }
    }
}
