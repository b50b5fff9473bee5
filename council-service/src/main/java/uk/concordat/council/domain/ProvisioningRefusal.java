package uk.concordat.council.domain;

import java.util.Optional;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.rules.Citation;

/** Why what a directory says was not taken in; no protocol's rule stands behind it. */
public record ProvisioningRefusal(Reason reason, String detail) implements CouncilRefusal {

    /** Each reason's code is stable. */
    public enum Reason {
        UNKNOWN("not-found", Ground.STATE),
        NAME_TAKEN("name-taken", Ground.STATE),
        EXTERNAL_ID_TAKEN("external-id-taken", Ground.STATE),
        OWN_MANAGER("own-manager", Ground.CONTENT),
        KIND_OF_THE_FILES("kind-of-the-files", Ground.CONTENT),
        NO_SUCH_MEMBER("no-such-member", Ground.CONTENT),
        NO_SUCH_POST("no-such-post", Ground.STATE),
        NO_POST_TODAY("no-post-today", Ground.STATE),
        SEVERAL_HOLDERS("several-holders", Ground.STATE),
        NOT_IN_OFFICE("not-in-office", Ground.STATE),
        POST_CLOSED("post-closed", Ground.STATE),
        COUNCIL_WOULD_NOT_HOLD_TOGETHER("council-would-not-hold-together", Ground.STATE);

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
