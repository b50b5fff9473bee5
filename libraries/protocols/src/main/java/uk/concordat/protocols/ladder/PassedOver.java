package uk.concordat.protocols.ladder;

import uk.concordat.protocols.people.PostId;

/** A post at which the ladder did not stop, because nobody held it. */
public record PassedOver(PostId post) {

    /** Why nobody was told there, as it stands in bodies and on topics. */
    public String why() {
        return "vacant";
    }
}
