package uk.concordat.protocols.refusal;

/** What a refusal rests on. */
public enum Ground {
    /** This person may not do it. */
    ACTOR,
    /** It may not be done in the state the case is in. */
    STATE,
    /** What was sent does not hold, by a rule or by plain sense. */
    CONTENT
}
