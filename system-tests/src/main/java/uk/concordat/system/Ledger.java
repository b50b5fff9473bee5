package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** What was acknowledged to a client: each act of each enquiry. It is kept apart from the system it checks. */
final class Ledger {

    /** An act that was answered with success. */
    record Acknowledged(UUID enquiry, String eventType) {}

    private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());

    /** Notes an answer, which must be a success, and hands it on. */
    Portal.Answer note(Portal.Answer answer, String eventType) {
        assertThat(answer.status()).as("%s: %s", eventType, answer.body()).isIn(200, 201);
        acknowledged.add(new Acknowledged(UUID.fromString(answer.text("/id")), eventType));
        return answer;
    }

    List<Acknowledged> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }
}
