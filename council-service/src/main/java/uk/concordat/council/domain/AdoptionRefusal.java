package uk.concordat.council.domain;

import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.rules.Citation;

/**
 * Why it was not written down which protocol a council goes by.
 *
 * @param citation the rule that says who may; empty where plain sense refuses
 */
public record AdoptionRefusal(Reason reason, String detail, Optional<Citation> citation) implements CouncilRefusal {

    /** Each reason's code is stable: portals go by it. */
    public enum Reason {
        NOT_YOURS_TO_ADOPT("protocol-not-yours-to-adopt", Ground.ACTOR),
        UNKNOWN_PACK("unknown-pack", Ground.CONTENT),
        DAY_OVER("adoption-day-over", Ground.CONTENT),
        DAY_TOO_FAR("adoption-day-too-far", Ground.CONTENT),
        ALREADY_ADOPTED("already-adopted", Ground.STATE),
        NOT_ADOPTED("not-adopted", Ground.STATE),
        IN_FORCE("adoption-in-force", Ground.STATE);

        private final String code;
        private final Ground ground;

        Reason(String code, Ground ground) {
            this.code = code;
            this.ground = ground;
        }
    }

    @Override
    public String code() {
        return reason.code;
    }

    @Override
    public Ground ground() {
        return reason.ground;
    }
}
