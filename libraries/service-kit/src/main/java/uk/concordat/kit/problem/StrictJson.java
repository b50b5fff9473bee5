package uk.concordat.kit.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.store.PlainNames;

/** Reads bodies as strictly as they are described: no unknown field, no guessed type, no field twice. */
public final class StrictJson {

    private static final ObjectMapper MAPPER = mapper();

    /** How the parser begins to say so; it has no exception of its own for it. */
    private static final String FIELD_TWICE = "Duplicate field";

    private StrictJson() {}

    /** @throws MalformedRequest naming the field and what was expected there */
    public static <T> T read(byte[] body, Class<T> type) {
        if (isBlank(body)) {
            throw bodyMissing();
        }
        try {
            T value = MAPPER.readValue(body, type);
            if (value == null) {
                throw bodyMissing();
            }
            return value;
        } catch (JsonMappingException wrong) {
            throw wrong.getCause() instanceof StreamReadException broken && !(broken instanceof InputCoercionException)
                    ? broken(broken)
                    : misfit(wrong);
        } catch (JsonProcessingException broken) {
            throw broken(broken);
        } catch (IOException unreadable) {
            throw new MalformedRequest("broken-json", "The body could not be read.");
        }
    }

    private static boolean isBlank(byte[] body) {
        for (byte character : body) {
            if (character < 0 || character > ' ') {
                return false;
            }
        }
        return true;
    }

    private static MalformedRequest bodyMissing() {
        return new MalformedRequest("body-missing", "Send a JSON object as the body.");
    }

    private static MalformedRequest broken(JsonProcessingException broken) {
        @Nullable JsonLocation place = broken.getLocation();
        if (place != null && broken.getOriginalMessage().startsWith(FIELD_TWICE)) {
            return new MalformedRequest(
                    "field-twice",
                    "A field stands twice in the body (line %d, column %d)."
                            .formatted(place.getLineNr(), place.getColumnNr()));
        }
        return new MalformedRequest(
                "broken-json",
                place == null
                        ? "The body nests too deep, or holds a number or a name that is too long."
                        : "The body is not JSON (line %d, column %d)."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }

    private static MalformedRequest misfit(JsonMappingException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                new MalformedRequest(
                        "unknown-field",
                        "The field %s is not known here. Known are: %s."
                                .formatted(
                                        path(unknown),
                                        unknown.getKnownPropertyIds().stream()
                                                .map(Object::toString)
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
            case ReadableText.Unreadable unreadable ->
                new MalformedRequest(
                        "field-unreadable",
                        "The field %s holds a null character or half a character.".formatted(path(unreadable)));
            default ->
                new MalformedRequest(
                        "wrong-type", "The body does not fit at %s: %s.".formatted(path(wrong), expected(wrong)));
        };
    }

    private static String path(JsonMappingException wrong) {
        String path = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("/", "/", ""));
        // An unknown field is named by the sender, who may have sent anything as a name.
        String printable = path.replaceAll("[^ -~]", "?");
        return printable.length() > 120 ? printable.substring(0, 120) : printable;
    }

    /** What the parser says may quote what was sent, so only the expected type is told. */
    private static String expected(JsonMappingException wrong) {
        return switch (wrong) {
            case com.fasterxml.jackson.databind.exc.MismatchedInputException mismatch
            when mismatch.getTargetType() != null -> "expected " + described(mismatch.getTargetType());
            case JsonMappingException _
            when wrong.getCause() instanceof InputCoercionException tooGreat ->
                "expected " + described(tooGreat.getTargetType());
            default -> "it is not a valid value";
        };
    }

    private static String described(Class<?> type) {
        if (type == Instant.class) {
            return "a time such as 2026-12-24T09:15:00Z";
        }
        if (type == LocalDate.class) {
            return "a day such as 2026-12-24";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
            return "a whole number";
        }
        if (type.isEnum()) {
            return "one of " + codes(type);
        }
        if (type.isRecord()) {
            return "an object";
        }
        return type == String.class ? "text" : "a " + type.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static String codes(Class<?> type) {
        return java.util.Arrays.stream(type.getEnumConstants())
                .map(constant -> MAPPER.convertValue(constant, String.class))
                .collect(Collectors.joining(", "));
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module(), strict())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .annotationIntrospector(new PlainNames())
                .build();
    }

    private static SimpleModule strict() {
        return new SimpleModule()
                .addDeserializer(String.class, new ReadableText())
                .addDeserializer(
                        Instant.class,
                        new StatedMoment<>(
                                Instant.class,
                                text -> OffsetDateTime.parse(text).toInstant()))
                .addDeserializer(LocalDate.class, new StatedMoment<>(LocalDate.class, LocalDate::parse));
    }
}
