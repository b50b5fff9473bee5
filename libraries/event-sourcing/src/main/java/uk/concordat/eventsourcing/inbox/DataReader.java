package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.store.StoredJson;

/**
 * Reads what others wrote. A field that a newer build has added is passed over; a code that this build does not know makes
 * the message wait for one that does.
 */
public final class DataReader {

    private final ObjectMapper json = StoredJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /**
     * @throws NotYet if it holds a code that this build does not know
     * @throws Unreadable if it is not what the type describes
     */
    public <T> T read(JsonNode data, Class<T> type) {
        try {
            return json.treeToValue(data, type);
        } catch (JsonMappingException wrong) {
            throwIfOfNewerBuild(wrong);
            throw new Unreadable("the data is not a %s: %s at %s"
                    .formatted(type.getSimpleName(), wrong.getClass().getSimpleName(), path(wrong)));
        } catch (JsonProcessingException wrong) {
            throw new Unreadable("the data is not a %s: %s"
                    .formatted(type.getSimpleName(), wrong.getClass().getSimpleName()));
        }
    }

    /** @throws NotYet if reading failed of a code that this build does not know */
    public static void throwIfOfNewerBuild(JsonMappingException wrong) {
        if (isOfACode(wrong)) {
            throw NotYet.ofNewerBuild("the code at " + path(wrong));
        }
    }

    /** An enum that is made from its code by a method of its own fails otherwise than one that is not. */
    private static boolean isOfACode(JsonMappingException wrong) {
        return switch (wrong) {
            case ValueInstantiationException made -> made.getType().isEnumType();
            case MismatchedInputException read ->
                read.getTargetType() != null && read.getTargetType().isEnum();
            default -> false;
        };
    }

    private static String path(JsonMappingException wrong) {
        String path =
                wrong.getPath().stream().map(reference -> "/" + step(reference)).collect(Collectors.joining());
        return path.isEmpty() ? "its top" : path;
    }

    private static String step(JsonMappingException.Reference reference) {
        @Nullable String field = reference.getFieldName();
        return field == null ? Integer.toString(reference.getIndex()) : FieldName.shown(field);
    }
}
