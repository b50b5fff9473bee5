package uk.concordat.protocols.deadlines;

/** What an event did to a deadline. */
public enum DeadlineAction {
    SET("set"),
    MET("met"),
    MET_LATE("met-late"),
    MOVED("moved"),
    REASSIGNED("reassigned"),
    WITHDRAWN("withdrawn"),
    BREACHED("breached"),
    SPARED("spared"),
    ANNULLED("annulled");

    private final String code;

    DeadlineAction(String code) {
        this.code = code;
    }

    /** As it stands on topics. */
    public String code() {
        return code;
    }
}
