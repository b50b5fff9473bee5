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

    /** @throws MalformedRequest if the text is missing, blank, longer than so many characters, or cannot be stored */
    public static String text(String name, @Nullable String value, int longest) {
        String text = required(name, value);
        if (text.isBlank()) {
            throw new MalformedRequest("field-blank", "The field /%s is blank.".formatted(name));
        }
        // Counted as the API's description counts, in which an emoji is one character.
        int characters = text.codePointCount(0, text.length());
        if (characters > longest) {
            throw new MalformedRequest(
                    "field-too-long",
                    "The field /%s has %d characters; at most %d are taken.".formatted(name, characters, longest));
        }
        if (!StorableText.isStorable(text)) {
            throw new MalformedRequest(
                    "field-unreadable", "The field /%s holds a null character or half a character.".formatted(name));
        }
        return text;
    }
}
