package uk.concordat.protocols.rules;

/** Whose word a citation is: what the protocol states, or how we read where it is silent. The two are never mixed up. */
public enum Reading {
    STATED("stated"),
    OURS("ours");

    private final String code;

    Reading(String code) {
        this.code = code;
    }

    /** As it stands in packs, events and answers. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException if the code is neither {@code stated} nor {@code ours} */
    public static Reading of(String code) {
        for (Reading reading : values()) {
            if (reading.code.equals(code)) {
                return reading;
            }
        }
        throw new IllegalArgumentException("Not a reading (stated or ours): " + code);
    }
}
