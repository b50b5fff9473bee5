package uk.concordat.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * A day or a moment as ISO 8601 writes it, as text and with a year of four digits: a number of seconds, or a year that
 * no calendar or database can reckon with, is a mistake of the sender.
 */
final class StatedMoment<T> extends StdScalarDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    StatedMoment(Class<T> type, Function<String, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return valueOf(context.handleUnexpectedToken(handledType(), parser));
        }
        String text = parser.getText();
        try {
            if (text.matches("[0-9]{4}-.*")) {
                return parse.apply(text);
            }
        } catch (DateTimeException unreadable) {
            return valueOf(context.handleWeirdStringValue(handledType(), text, "not as ISO 8601 writes it"));
        }
        return valueOf(context.handleWeirdStringValue(handledType(), text, "not a year of four digits"));
    }

    @SuppressWarnings("unchecked") // of the handled type, as those who handle problems promise
    private T valueOf(Object handled) {
        return (T) handled;
    }
}
