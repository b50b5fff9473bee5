package uk.concordat.kit.command;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Optional;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.kit.identity.Caller;

/** The trace an act happens in, so that what follows from it in other services can be found. */
public final class Traces {

    private Traces() {}

    public static Origin origin(Caller caller) {
        return new Origin(Optional.of(caller.id().value()), traceparent());
    }

    /** The present W3C {@code traceparent}, if there is a trace. */
    public static Optional<String> traceparent() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? Optional.of("00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex()))
                : Optional.empty();
    }
}
