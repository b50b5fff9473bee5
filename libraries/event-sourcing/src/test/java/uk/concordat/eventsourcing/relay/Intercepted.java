package uk.concordat.eventsourcing.relay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The real thing, with something done at each call that goes to it. */
final class Intercepted {

    /** A call that is on its way. */
    record Call(Object real, Method method, @Nullable Object @Nullable [] arguments) {

        String name() {
            return method.getName();
        }

        @Nullable
        Object go() throws Throwable {
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getTargetException();
            }
        }
    }

    @FunctionalInterface
    interface Interception {
        @Nullable
        Object on(Call call, List<?> arguments) throws Throwable;
    }

    private Intercepted() {}

    static <T> T calls(Class<T> type, T real, Interception interception) {
        return type.cast(Proxy.newProxyInstance(
                Intercepted.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> interception.on(
                        new Call(real, method, arguments), arguments == null ? List.of() : List.of(arguments))));
    }

    /** What a producer is given to send. */
    @FunctionalInterface
    interface Sending {
        /** @param onward gives it to the real producer */
        Future<?> on(ProducerRecord<?, byte[]> message, Callable<Future<?>> onward) throws Exception;
    }

    @SuppressWarnings({"unchecked", "FutureReturnValueIgnored"})
    static Producer<String, byte[]> sends(Producer<String, byte[]> real, Sending sending) {
        return calls(
                Producer.class,
                real,
                (call, arguments) -> call.name().equals("send")
                        ? sending.on(
                                (ProducerRecord<?, byte[]>) arguments.getFirst(),
                                () -> real.send((ProducerRecord<String, byte[]>) arguments.getFirst()))
                        : call.go());
    }
}
