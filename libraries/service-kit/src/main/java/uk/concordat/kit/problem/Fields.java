package uk.concordat.kit.problem;

import org.jspecify.annotations.Nullable;

/** What a body's fields must be before the domain looks at them. */
public final class Fields {

    private Fields() {}

    /** @throws MalformedRequest if the field is missing or null */
    public static <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new MalformedRequest("field-missing", "The field /%s is required.".formatted(name));
        }
        return value;
    }

    /** @throws MalformedRequest if the text is missing, blank, or longer than so many characters */
    public static String text(String name, @Nullable String value, int longest) {
        String text = required(name, value);
        if (text.isBlank()) {
            throw new MalformedRequest("field-blank", "The field /%s is blank.".formatted(name));
        }
        int characters = text.codePointCount(0, text.length());
        if (characters > longest) {
            throw new MalformedRequest(
                    "field-too-long",
                    "The field /%s has %d characters; at most %d are taken.".formatted(name, characters, longest));
        }
        if (text.codePoints().anyMatch(Fields::isUnreadable)) {
            throw new MalformedRequest(
                    "field-unreadable",
                    "The field /%s holds a null character or half a surrogate pair.".formatted(name));
        }
        return text;
    }

    /** No database text can hold it; what is half a pair would silently be stored as a question mark. */
    private static boolean isUnreadable(int codePoint) {
        return codePoint == 0 || codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint);
    }
}
