package uk.concordat.eventsourcing.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lets a model stay free of annotations: a record with the one component {@code value} is written as just that value,
 * and an enum with a method {@code code()} by its code, so that its constants may be renamed.
 */
public final class PlainNames extends JacksonAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasAsValue(Annotated annotated) {
        return annotated instanceof AnnotatedMethod method
                        && isValueRecord(method.getDeclaringClass())
                        && method.getName().equals("value")
                ? Boolean.TRUE
                : super.hasAsValue(annotated);
    }

    @Override
    public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated annotated) {
        return annotated instanceof AnnotatedConstructor constructor && isValueRecord(constructor.getDeclaringClass())
                ? JsonCreator.Mode.DELEGATING
                : super.findCreatorAnnotation(config, annotated);
    }

    @Override
    public String[] findEnumValues(
            MapperConfig<?> config, AnnotatedClass annotatedClass, Enum<?>[] enumValues, String[] names) {
        return Arrays.stream(annotatedClass.getRawType().getMethods())
                .filter(method -> method.getName().equals("code")
                        && method.getParameterCount() == 0
                        && method.getReturnType() == String.class)
                .findFirst()
                .map(code -> Arrays.stream(enumValues)
                        .map(value -> codeOf(code, value))
                        .toArray(String[]::new))
                .orElseGet(() -> super.findEnumValues(config, annotatedClass, enumValues, names));
    }

    private static String codeOf(Method code, Enum<?> value) {
        try {
            return (String) code.invoke(value);
        } catch (ReflectiveOperationException inaccessible) {
            throw new IllegalStateException("The code of " + value + " cannot be read", inaccessible);
        }
    }

    private static boolean isValueRecord(Class<?> type) {
        return type.isRecord()
                && type.getRecordComponents().length == 1
                && type.getRecordComponents()[0].getName().equals("value");
    }
}
