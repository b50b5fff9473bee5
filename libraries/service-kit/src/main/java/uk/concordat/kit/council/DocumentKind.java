package uk.concordat.kit.council;

import java.util.Arrays;
import java.util.Optional;

/** What a document on the councils' topic is about. */
public enum DocumentKind {
    COUNCIL("council", CouncilDocument.class),
    PERSON("person", PersonDocument.class),
    POST("post", PostDocument.class),
    GROUP("group", GroupDocument.class),
    WARD("ward", WardDocument.class),
    BODY("body", BodyDocument.class),
    ELECTION("election", ElectionDocument.class);

    private final String code;
    private final Class<? extends Document> type;

    DocumentKind(String code, Class<? extends Document> type) {
        this.code = code;
        this.type = type;
    }

    public String code() {
        return code;
    }

    /** What its documents are read as. */
    Class<? extends Document> type() {
        return type;
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
