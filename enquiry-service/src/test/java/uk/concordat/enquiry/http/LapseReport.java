package uk.concordat.enquiry.http;

import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.kit.testing.Topic;

/** What the clock says on a council's topic: a deadline's moment has come, or it is still unmet a rung later. */
record LapseReport(String council, String enquiry, String deadline, int revision, int rung) {

    void send() {
        String data = """
                {"deadlineId":"%s","revision":%d,"rung":%d,"due":"2026-12-31T00:00:00Z",
                 "case":{"source":"/councils/%s/enquiries","subject":"%s"}}""".formatted(deadline, revision, rung, council, enquiry);
        try (Topic topic = Topic.on(ServiceUnderTest.bootstrapServers())) {
            topic.send(new Topic.Message(
                    "concordat.%s.notifications".formatted(council),
                    "/councils/%s/notifications".formatted(council),
                    "uk.concordat.deadline.lapsed.v1",
                    deadline,
                    rung + 1L,
                    data));
        }
    }
}
