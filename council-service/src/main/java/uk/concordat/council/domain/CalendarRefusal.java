package uk.concordat.council.domain;

import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.rules.Citation;

/** Why a council's calendar was not changed; no protocol's rule stands behind it. */
public record CalendarRefusal(Reason reason, String detail) implements CouncilRefusal {

    /** Each reason's code is stable: portals go by it. */
    public enum Reason {
        MEMBER_SERVICES_ONLY("member-services-only", Ground.ACTOR),
        DAY_TOO_FAR("day-too-far", Ground.CONTENT),
        ALREADY_PROCLAIMED("already-proclaimed", Ground.STATE),
        NOT_A_WORKING_DAY_ANYWAY("not-a-working-day-anyway", Ground.CONTENT),
        PAST_DAY_WITHOUT_REASON("past-day-without-reason", Ground.CONTENT),
        ALREADY_WITHDRAWN("already-withdrawn", Ground.STATE),
        DAY_HAS_BEGUN("day-has-begun", Ground.STATE),
        ENDS_BEFORE_IT_BEGINS("closure-ends-before-it-begins", Ground.CONTENT),
        CLOSURE_TOO_LONG("closure-too-long", Ground.CONTENT),
        CLOSURE_OVERLAPS("closure-overlaps", Ground.STATE),
        CLOSURE_OVER("closure-over", Ground.STATE),
        CLOSURE_NOT_SHORTER("closure-not-shorter", Ground.CONTENT);

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

    @Override
    public Optional<Citation> citation() {
        return Optional.empty();
    }
}
