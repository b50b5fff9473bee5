package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/**
 * What one side wrote to the other, and when.
 *
 * @param reasons those for a delay; empty in what delays nothing
 * @param acknowledges whether it tells that the enquiry has arrived
 * @param round the round of the enquiry that it belongs to
 */
public record Letter(
        Kind kind, PersonId by, Instant at, String text, Optional<String> reasons, boolean acknowledges, int round) {

    /** What a letter is. */
    public enum Kind {
        ACKNOWLEDGEMENT("acknowledgement"),
        HOLDING_REPLY("holding-reply"),
        RESPONSE("response"),
        FOLLOW_UP("follow-up");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
