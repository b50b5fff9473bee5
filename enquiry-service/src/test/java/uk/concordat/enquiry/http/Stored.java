package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.kit.testing.ServiceUnderTest.count;

/** How much people have left with the service, of all councils; what the clock or a calendar did meanwhile does not count. */
record Stored(long events, long listed, long remembered) {

    static Stored now() {
        return new Stored(
                count("event", "actor is not null"), count("visible_enquiry", "true"), count("idempotency", "true"));
    }

    /** A request that was refused has left no trace. */
    void assertUnchanged() {
        assertThat(now()).isEqualTo(this);
    }
}
