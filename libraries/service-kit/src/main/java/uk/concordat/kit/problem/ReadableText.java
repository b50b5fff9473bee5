package uk.concordat.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;

/** Text of a body, wherever it stands in it: what could not be kept as it was sent is refused, not damaged. */
final class ReadableText extends StringDeserializer {

    private static final long serialVersionUID = 1L;

    /** A text that holds a character which is none. */
    static final class Unreadable extends JsonMappingException {

        private static final long serialVersionUID = 1L;

        Unreadable(JsonParser parser) {
            super(parser, "Text that cannot be stored");
        }
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = super.deserialize(parser, context);
        if (text != null && !StorableText.isStorable(text)) {
            throw new Unreadable(parser);
        }
        return text;
    }
}
