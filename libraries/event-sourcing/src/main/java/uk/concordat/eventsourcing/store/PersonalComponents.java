package uk.concordat.eventsourcing.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.eventsourcing.decider.Personal;

/** Which components of an event are {@link Personal}, and whether all that are marked so will stand apart. */
final class PersonalComponents {

    private PersonalComponents() {}

    static List<RecordComponent> of(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .toList();
    }

    /** @throws IllegalArgumentException if a mark names no component that holds the person, or would have no effect */
    static void requireSound(Class<?> event) {
        List<String> facts = Arrays.stream(event.getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(Personal.class))
                .map(RecordComponent::getName)
                .toList();
        for (RecordComponent component : of(event)) {
            String owner = component.getAnnotation(Personal.class).of();
            if (!facts.contains(owner)) {
                throw new IllegalArgumentException("%s.%s is personal of '%s', which is no fact of the event"
                        .formatted(event.getName(), component.getName(), owner));
            }
        }
        Set<Class<?>> seen = new HashSet<>(Set.of(event));
        for (RecordComponent component : event.getRecordComponents()) {
            requireNothingPersonalIn(component.getGenericType(), seen);
        }
    }

    /** Only an event's own components are taken apart: what is marked further inside would stay among the facts. */
    private static void requireNothingPersonalIn(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> requireNothingPersonalIn(argument, seen));
            requireNothingPersonalIn(generic.getRawType(), seen);
        }
        if (!(type instanceof Class<?> part) || !seen.add(part)) {
            return;
        }
        if (part.isSealed()) {
            Stream.of(part.getPermittedSubclasses()).forEach(kind -> requireNothingPersonalIn(kind, seen));
        }
        if (part.isRecord()) {
            of(part).stream().findFirst().ifPresent(hidden -> {
                throw new IllegalArgumentException("%s.%s is personal, but stands inside a component of an event"
                        .formatted(part.getName(), hidden.getName()));
            });
            Stream.of(part.getRecordComponents())
                    .forEach(component -> requireNothingPersonalIn(component.getGenericType(), seen));
        }
    }
}
