package uk.concordat.protocols.refusal;

import java.util.Optional;
import uk.concordat.protocols.rules.Citation;

/** Why a command was not accepted: a value with a stable code, and the rule behind it where there is one. */
public interface Refusal {

    /** Stable, in words joined by hyphens, such as {@code holding-reply-without-reasons}. */
    String code();

    Ground ground();

    /** One sentence for the person who asked: what is wrong and what to do. Holds no name and no free text. */
    String detail();

    /** The rule that refuses; empty where no protocol's rule but plain sense does. */
    Optional<Citation> citation();
}
