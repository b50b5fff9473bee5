package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was acknowledged to a client: each act of each enquiry. It is kept apart from the system it checks. */
public final class Ledger {

    /** An act that was answered with success. */
    public record Acknowledged(UUID enquiry, String eventType) {}

    /**
     * A command as it was sent in the end, and what it was answered with.
     *
     * @param tries how often it was sent, each time the same
     */
    public record Settled(
            Portal.Request request,
            String eventType,
            int status,
            Optional<String> location,
            Optional<String> etag,
            UUID enquiry,
            int tries) {}

    /** Is told of each command as it is settled. */
    @FunctionalInterface
    public interface Copy {
        void write(Settled settled);
    }

    private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<Settled> settled = Collections.synchronizedList(new ArrayList<>());
    private final List<String> strangers = Collections.synchronizedList(new ArrayList<>());
    private final Copy copy;

    public Ledger() {
        this(_ -> {});
    }

    /** @param copy where each settled command is also written */
    public Ledger(Copy copy) {
        this.copy = copy;
    }

    /** Notes an answer, which must be a success, and hands it on. */
    public Portal.Answer note(Portal.Answer answer, String eventType) {
        assertThat(answer.status()).as("%s: %s", eventType, answer.body()).isIn(200, 201);
        acknowledged.add(new Acknowledged(UUID.fromString(answer.text("/id")), eventType));
        return answer;
    }

    /** Notes an answer with its request, so that the same can be asked again. */
    public Portal.Answer note(Portal.Answer answer, String eventType, Portal.Request request, int tries) {
        note(answer, eventType);
        Settled entry = new Settled(
                request,
                eventType,
                answer.status(),
                answer.location(),
                answer.etag(),
                UUID.fromString(answer.text("/id")),
                tries);
        settled.add(entry);
        copy.write(entry);
        return answer;
    }

    /** Notes that somebody who is no service of ours has put records of a subject on a topic. */
    public void noteStranger(String subject) {
        strangers.add(subject);
    }

    public List<Acknowledged> acknowledged() {
        synchronized (acknowledged) {
            return List.copyOf(acknowledged);
        }
    }

    public List<Settled> settled() {
        synchronized (settled) {
            return List.copyOf(settled);
        }
    }

    public List<String> strangers() {
        synchronized (strangers) {
            return List.copyOf(strangers);
        }
    }
}
