package uk.concordat.system.bench;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** One enquiry that is acknowledged, answered and followed up again and again. */
final class LongEnquiry {

    static final String COUNCIL = "city-of-london";

    private static final String SERVICE = "enquiry-service";

    /** So few events are added one by one, by commands. */
    private static final int FEW = 100;

    private record Act(String person, String name) {}

    private static final List<Act> ROUND = List.of(
            new Act("officer-1", "acknowledgement"),
            new Act("officer-1", "response"),
            new Act("member-red-1", "follow-up"));

    private final Portal portal;
    private final Server server;
    private final String path;
    private final String id;
    private String seen;
    private int length = 1;

    LongEnquiry(Portal portal, Server server) {
        this.portal = portal;
        this.server = server;
        HttpResponse<String> received = Portal.expect(
                201,
                portal.post("member-red-1", SERVICE, "/enquiries", Optional.empty(), Portal.question("officer-1")));
        this.path = Portal.location(received);
        this.seen = Portal.etag(received);
        this.id = path.substring(path.lastIndexOf('/') + 1);
    }

    String id() {
        return id;
    }

    /** Lets it go on until it has so many events; many of them are a copy of a round, as its commands wrote it. */
    void growTo(int events) {
        if (events - length > FEW) {
            while (length < 6 || length % ROUND.size() != 0) {
                act();
            }
            copyRounds((events - length - 1) / ROUND.size());
        }
        while (length < events) {
            act();
        }
    }

    /** The next command of its course. */
    void act() {
        Act next = ROUND.get((length - 1) % ROUND.size());
        seen = Portal.etag(Portal.expect(
                200, portal.post(next.person(), SERVICE, path + "/" + next.name(), Optional.of(seen), """
                        {"text":"Those in Moor Lane on Friday, those in Fore Street when the contractor is back."}""")));
        length++;
    }

    HttpResponse<String> read() {
        return Portal.expect(200, portal.get("officer-1", SERVICE, path));
    }

    /** A command that is refused once the stream has been loaded and folded: what its sender saw was not this. */
    void loadAndFold() {
        Portal.expect(
                412, portal.post("officer-1", SERVICE, path + "/closure", Optional.of("\"of-another-day\""), "{}"));
    }

    /** Each copy has deadlines of its own, and none of them was published. */
    private void copyRounds(int rounds) {
        server.execute("enquiry", """
                insert into event (tenant, stream_type, stream_id, version, event_id, type, schema_version, facts,
                  personal, sequence, recorded_at, actor, traceparent)
                select tenant, stream_type, stream_id, %2$d + 3 * (round - 1) + version - 3, gen_random_uuid(), type,
                  schema_version,
                  replace(replace(facts::text, one, overlay(one placing lpad(to_hex(%2$d + round), 12, '0') from 25)),
                    two, overlay(two placing lpad(to_hex(%2$d + round), 12, '0') from 25))::jsonb,
                  personal, told, recorded_at, actor, traceparent
                from event, generate_series(1, %3$d) round,
                  (select facts -> 'deadlines' -> 0 ->> 'id' one, facts -> 'deadlines' -> 1 ->> 'id' two from event
                   where stream_id = '%1$s' and version = 4) deadlines,
                  (select max(sequence) told from event where stream_id = '%1$s') published
                where stream_id = '%1$s' and version between 4 and 6""".formatted(id, length, rounds));
        length += rounds * ROUND.size();
        seen = Portal.etag(read());
    }
}
