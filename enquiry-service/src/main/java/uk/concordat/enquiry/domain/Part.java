package uk.concordat.enquiry.domain;

/**
 * What a person in office is to an enquiry today. Somebody may be several of these, and whoever is none of them may not
 * know of it. What an officer asks a member is between the two.
 */
public enum Part implements Who {
    ASKING_MEMBER("the member who asked"),
    LOGGER("the officer who logged it for the member"),
    ASKING_OFFICER("the officer who asked a member"),
    HOLDER("whoever holds the post that it is with"),
    ABOVE("whoever holds a post above that one in the line"),
    /** One of those above; only what falls to nobody else asks which of them it is. */
    NEAREST_ABOVE("the nearest above it in the line, while it is vacant"),
    ASKED_MEMBER("the member who was asked"),
    STANDS_FOR_ASKER("whoever stands for the one who asked and has left"),
    STANDS_FOR_HOLDER("whoever steps in while the post that it is with is vacant and nobody stands above it");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }
}
