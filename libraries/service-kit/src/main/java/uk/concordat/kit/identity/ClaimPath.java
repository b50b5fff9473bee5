package uk.concordat.kit.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Where a claim stands in a token: its name, or the names down to it with {@code /} between, as in
 * {@code realm_access/roles}. A name that has a {@code /} itself is put in quotation marks.
 */
record ClaimPath(List<String> names) {

    private static final Pattern NAME = Pattern.compile("\"([^\"]+)\"|([^/\"]+)");

    /** @throws IllegalArgumentException if it names nothing */
    static ClaimPath of(String path) {
        List<String> names = NAME.matcher(path).results().map(ClaimPath::name).toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("No claim is named by '" + path + "'");
        }
        return new ClaimPath(names);
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** What stands there as one text: of a list its only one, as some providers write every attribute. */
    Optional<String> text(JsonWebToken token) {
        return value(token)
                .map(value -> {
                    List<String> texts = texts(value).toList();
                    return texts.size() == 1 ? texts.getFirst() : value.toString();
                })
                .filter(text -> !text.isBlank());
    }

    /** All that stands there. */
    Stream<String> texts(JsonWebToken token) {
        return value(token).stream().flatMap(ClaimPath::texts);
    }

    private Optional<Object> value(JsonWebToken token) {
        Optional<Object> value = token.claim(names.getFirst());
        for (String name : names.subList(1, names.size())) {
            value = value.flatMap(outer ->
                    outer instanceof JsonObject object ? Optional.ofNullable(object.get(name)) : Optional.empty());
        }
        return value;
    }

    private static Stream<String> texts(Object value) {
        return switch (value) {
            case JsonArray list -> list.stream().flatMap(ClaimPath::texts);
            case Iterable<?> list ->
                StreamSupport.stream(list.spliterator(), false).map(String::valueOf);
            case JsonString text -> Stream.of(text.getString());
            default -> Stream.of(value.toString());
        };
    }
}
