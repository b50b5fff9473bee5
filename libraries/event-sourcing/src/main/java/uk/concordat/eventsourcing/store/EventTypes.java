package uk.concordat.eventsourcing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.decider.Personal;

/**
 * The table of a stream's event types as they are called on disk. A class may be renamed or moved; its name here may
 * not. What is {@link Personal} in an event is kept apart from its facts, by the person it belongs to.
 */
public final class EventTypes<E> {

    /** What an event type is called on disk, and which shape of it this is. */
    public record Type(String name, int version) {

        Type next() {
            return new Type(name, version + 1);
        }
    }

    private final ObjectMapper json = StoredJson.mapper();
    private final Map<Type, Class<? extends E>> classes = new HashMap<>();
    private final Map<Class<?>, Type> types = new HashMap<>();
    private final Map<Type, UnaryOperator<ObjectNode>> upcasts = new HashMap<>();

    private EventTypes() {}

    public static <E> Builder<E> of(Class<E> sealedEvents) {
        return new Builder<>(sealedEvents);
    }

    /** Collects the table and refuses to build one in which an event of the sealed type is missing. */
    public static final class Builder<E> {

        private final Class<E> sealedEvents;
        private final EventTypes<E> table = new EventTypes<>();

        private Builder(Class<E> sealedEvents) {
            this.sealedEvents = sealedEvents;
        }

        public Builder<E> type(String name, int version, Class<? extends E> event) {
            Type type = new Type(name, version);
            if (table.classes.put(type, event) != null || table.types.put(event, type) != null) {
                throw new IllegalArgumentException("Named twice: " + type + " or " + event.getName());
            }
            return this;
        }

        /**
         * A version that is no longer written. What it lacks is added to its facts before they are read: version by version,
         * up to today's shape.
         *
         * @param upcast makes facts of that version into facts of the next one
         */
        public Builder<E> formerly(
                String name, int version, Class<? extends E> event, UnaryOperator<ObjectNode> upcast) {
            Type type = new Type(name, version);
            if (table.classes.put(type, event) != null) {
                throw new IllegalArgumentException("Named twice: " + type);
            }
            table.upcasts.put(type, upcast);
            return this;
        }

        public EventTypes<E> build() {
            List<Class<?>> unnamed = kindsOf(sealedEvents)
                    .filter(event -> !table.types.containsKey(event))
                    .toList();
            if (!unnamed.isEmpty()) {
                throw new IllegalArgumentException("Events without a name on disk: " + unnamed);
            }
            table.upcasts.keySet().forEach(this::requireNext);
            table.types.keySet().forEach(PersonalComponents::requireSound);
            return table;
        }

        private void requireNext(Type former) {
            Type next = former.next();
            if (table.classes.get(next) != table.classes.get(former)) {
                throw new IllegalArgumentException(
                        "%s is made into %s, which is no version of the same event".formatted(former, next));
            }
        }

        private static Stream<Class<?>> kindsOf(Class<?> type) {
            if (type.isRecord()) {
                return Stream.of(type);
            }
            if (!type.isSealed()) {
                throw new IllegalArgumentException(type.getName() + " is neither a record nor sealed");
            }
            return Arrays.stream(type.getPermittedSubclasses()).flatMap(Builder::kindsOf);
        }
    }

    /** An event as it lies on disk: two JSON objects, what it says and whose words it holds. */
    public record Encoded(String type, int version, String facts, String personal) {}

    /** Every type that has a name on disk, in every version that can still be read. */
    public Set<Type> all() {
        return Set.copyOf(classes.keySet());
    }

    public Encoded encode(E event) {
        Type type = types.get(event.getClass());
        if (type == null) {
            throw new IllegalArgumentException("No name on disk for " + event.getClass());
        }
        ObjectNode facts = json.valueToTree(event);
        ObjectNode personal = json.createObjectNode();
        for (RecordComponent component : PersonalComponents.of(event.getClass())) {
            JsonNode words = facts.remove(component.getName());
            personal.withObjectProperty(owner(component, facts)).set(component.getName(), words);
        }
        return new Encoded(type.name(), type.version(), facts.toString(), personal.toString());
    }

    /** @throws UnknownEventType if this build knows no such type or version, or not all that is in it */
    public E decode(String name, int version, String facts, String personal) {
        Class<? extends E> event = classes.get(new Type(name, version));
        if (event == null) {
            throw new UnknownEventType(name, version);
        }
        try {
            ObjectNode whole = (ObjectNode) json.readTree(facts);
            for (Type type = new Type(name, version); upcasts.containsKey(type); type = type.next()) {
                whole = upcasts.get(type).apply(whole);
            }
            JsonNode words = json.readTree(personal);
            for (RecordComponent component : PersonalComponents.of(event)) {
                whole.set(
                        component.getName(), words.path(owner(component, whole)).get(component.getName()));
            }
            return json.treeToValue(whole, event);
        } catch (UnrecognizedPropertyException newer) {
            throw new UnknownEventType(name, version, newer.getPropertyName());
        } catch (InvalidFormatException wrong) {
            if (wrong.getTargetType() != null && wrong.getTargetType().isEnum()) {
                throw new UnknownEventType(name, version, fieldOf(wrong));
            }
            throw new IllegalStateException("A stored " + name + " v" + version + " cannot be read", wrong);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A stored " + name + " v" + version + " cannot be read", broken);
        }
    }

    private static String fieldOf(InvalidFormatException wrong) {
        return wrong.getPath().isEmpty() ? "" : wrong.getPath().getLast().getFieldName();
    }

    private static String owner(RecordComponent component, JsonNode facts) {
        return facts.required(component.getAnnotation(Personal.class).of()).asText();
    }
}
