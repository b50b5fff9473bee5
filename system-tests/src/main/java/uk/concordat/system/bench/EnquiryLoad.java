package uk.concordat.system.bench;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Members' enquiries received, and then acknowledged by the officers who were asked: each command loads, appends, and tells. */
final class EnquiryLoad {

    private static final List<String> MEMBERS = List.of("member-red-1", "member-red-2", "member-blue-1", "member-lone");
    private static final List<String> OFFICERS = List.of("officer-1", "officer-2");
    private static final String SERVICE = "enquiry-service";

    private record Received(String path, String etag, String officer) {}

    private final Clients clients = new Clients(RawTwin.CLIENTS);
    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Portal portal;

    EnquiryLoad(Portal portal) {
        this.portal = portal;
    }

    Load receive(Duration during) {
        return clients.atFullLoad(during, this::receiveOne);
    }

    /** Acknowledges up to two thirds of those that were received, and leaves the others for half the load. */
    Load acknowledge(Duration atMost) {
        AtomicLong left = new AtomicLong(received.size() * 2L / 3);
        return clients.atFullLoad(atMost, _ -> left.getAndDecrement() > 0 && acknowledgeOne());
    }

    Load acknowledgeAt(double perSecond, Duration atMost) {
        return clients.at(perSecond, atMost, _ -> acknowledgeOne());
    }

    private boolean receiveOne(int client) {
        String officer = OFFICERS.get(client % OFFICERS.size());
        HttpResponse<String> answer = Portal.expect(
                201,
                portal.post(
                        MEMBERS.get(client % MEMBERS.size()),
                        SERVICE,
                        "/enquiries",
                        Optional.empty(),
                        Portal.question(officer)));
        received.add(new Received(Portal.location(answer), Portal.etag(answer), officer));
        return true;
    }

    private boolean acknowledgeOne() {
        Received next = received.poll();
        if (next == null) {
            return false;
        }
        Portal.expect(
                200,
                portal.post(next.officer(), SERVICE, next.path() + "/acknowledgement", Optional.of(next.etag()), """
                        {"text":"Thank you, we are looking into it."}"""));
        return true;
    }
}
