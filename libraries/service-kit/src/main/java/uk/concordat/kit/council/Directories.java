package uk.concordat.kit.council;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * The councils as this service's replica has them. A transaction asks for the replica's version in a round trip that
 * it makes anyway; only when that has changed is anything read, and then only what has changed.
 */
@ApplicationScoped
public class Directories {

    private final ObjectMapper json = DocumentJson.mapper();
    private final Map<Tenant, FollowedCouncil> councils = new ConcurrentHashMap<>();

    /** Asks, with the round trip, which version of the council's documents is present. */
    public Pending<Long> version(RoundTrip roundTrip, Transaction transaction) {
        return presentVersion(roundTrip, transaction);
    }

    static Pending<Long> presentVersion(RoundTrip roundTrip, Transaction transaction) {
        return roundTrip.query(
                "select version from directory_version where tenant = ?",
                row -> row.getLong(1),
                transaction.tenant().key());
    }

    /** The council at that version, or as it has become since; empty if the replica knows no such council. */
    public Optional<Directory> at(Pending<Long> version, Transaction transaction) {
        return version.first()
                .flatMap(present -> councils.computeIfAbsent(transaction.tenant(), _ -> new FollowedCouncil(json))
                        .at(present, transaction));
    }

    /** The council, asked for in a round trip of its own. */
    public Optional<Directory> present(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Long> version = version(roundTrip, transaction);
        roundTrip.send();
        return at(version, transaction);
    }
}
