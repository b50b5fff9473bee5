package uk.concordat.council.domain;

import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.rules.Citation;

/**
 * Why what a council sets for itself was not changed.
 *
 * @param citation the rule that says who may, or the one that states what was to be set; empty where plain sense refuses
 */
public record SettingsRefusal(Reason reason, String detail, Optional<Citation> citation) implements CouncilRefusal {

    /** Each reason's code is stable: portals go by it. */
    public enum Reason {
        NOT_YOURS_TO_SET("settings-not-yours-to-change", Ground.ACTOR),
        DAY_OVER("settings-day-over", Ground.CONTENT),
        DAY_TOO_FAR("settings-day-too-far", Ground.CONTENT),
        OUT_OF_BOUNDS("setting-out-of-bounds", Ground.CONTENT),
        TARGET_TWICE("target-twice", Ground.CONTENT),
        PROTOCOL_STATES_IT("protocol-states-it", Ground.CONTENT),
        NOT_LEFT_OPEN("target-not-left-open", Ground.CONTENT),
        NO_QUIET_HOURS("quiet-hours-without-length", Ground.CONTENT);

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
