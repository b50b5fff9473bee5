package uk.concordat.kit.council;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;

/**
 * The councils as this service's replica has them. A transaction asks for the replica's version in a round trip that
 * it makes anyway; only when that has changed are the documents read again.
 */
@ApplicationScoped
public class Directories {

    private record Known(long version, Directory directory) {}

    private record Stored(String kind, String document) {}

    private final ObjectMapper json = DocumentJson.mapper();
    private final Map<Tenant, Known> known = new ConcurrentHashMap<>();

    /** Asks, with the round trip, which version of the council's documents is present. */
    public Pending<Long> version(RoundTrip roundTrip, Transaction transaction) {
        return roundTrip.query(
                "select version from directory_version where tenant = ?",
                row -> row.getLong(1),
                transaction.tenant().key());
    }

    /** The council at that version; empty if the replica knows no such council. */
    public Optional<Directory> at(Pending<Long> version, Transaction transaction) {
        Optional<Long> present = version.first();
        if (present.isEmpty()) {
            return Optional.empty();
        }
        Tenant council = transaction.tenant();
        @Nullable Known last = known.get(council);
        if (last != null && last.version() == present.get()) {
            return Optional.of(last.directory());
        }
        Optional<Directory> read = read(transaction);
        read.ifPresent(directory -> known.put(council, new Known(present.get(), directory)));
        return read;
    }

    /** The council, asked for in a round trip of its own. */
    public Optional<Directory> present(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Long> version = version(roundTrip, transaction);
        roundTrip.send();
        return at(version, transaction);
    }

    private Optional<Directory> read(Transaction transaction) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<Stored> documents = roundTrip.query(
                // Where two versions of a service run at once, the newer one may keep kinds that this one does not
                // know.
                "select kind, document from council_document where tenant = ? and kind = any(?) order by kind, id",
                row -> new Stored(row.getString("kind"), row.getString("document")),
                transaction.tenant().key(),
                Arrays.stream(DocumentKind.values()).map(DocumentKind::code).toList());
        roundTrip.send();
        Optional<CouncilDocument> council = Optional.empty();
        List<PersonDocument> people = new ArrayList<>();
        List<PostDocument> posts = new ArrayList<>();
        List<GroupDocument> groups = new ArrayList<>();
        List<WardDocument> wards = new ArrayList<>();
        List<BodyDocument> bodies = new ArrayList<>();
        List<ElectionDocument> elections = new ArrayList<>();
        for (Stored stored : documents.list()) {
            switch (DocumentKind.of(stored.kind())) {
                case COUNCIL -> council = Optional.of(parse(stored, CouncilDocument.class));
                case PERSON -> people.add(parse(stored, PersonDocument.class));
                case POST -> posts.add(parse(stored, PostDocument.class));
                case GROUP -> groups.add(parse(stored, GroupDocument.class));
                case WARD -> wards.add(parse(stored, WardDocument.class));
                case BODY -> bodies.add(parse(stored, BodyDocument.class));
                case ELECTION -> elections.add(parse(stored, ElectionDocument.class));
            }
        }
        CompositionDocuments composition = new CompositionDocuments(groups, wards, bodies, elections);
        return council.map(profile -> new Directory(profile, people, posts, composition));
    }

    private <T> T parse(Stored stored, Class<T> type) {
        try {
            return json.readValue(stored.document(), type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("The replica holds a broken " + stored.kind() + " document", broken);
        }
    }
}
