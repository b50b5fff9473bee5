package uk.concordat.kit.council;

import java.util.Arrays;
import java.util.Optional;

/** What a document on the councils' topic is about. */
public enum DocumentKind {
    COUNCIL("council"),
    PERSON("person"),
    POST("post"),
    GROUP("group"),
    WARD("ward"),
    BODY("body"),
    ELECTION("election");

    private final String code;

    DocumentKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The CloudEvents type of such a document. */
    public String eventType() {
        return "uk.concordat.council." + code + ".v1";
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static DocumentKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of document is called " + code));
    }

    /** Empty if there is no such type, or not yet. */
    public static Optional<DocumentKind> ofEventType(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.eventType().equals(type))
                .findFirst();
    }
}
