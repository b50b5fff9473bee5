package uk.concordat.kit.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.council.PersonKind;
import uk.concordat.kit.identity.Caller;

class TracesTest {

    private static final SpanContext CONTEXT = SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());
    private static final UUID PERSON = UUID.fromString("01980000-0000-7000-8000-000000000001");

    @Test
    void without_a_trace_there_is_none_to_hand_on() {
        assertThat(Traces.traceparent()).isEmpty();
    }

    @Test
    void the_present_trace_is_written_as_w3c_writes_it() {
        try (Scope _ = Span.wrap(CONTEXT).makeCurrent()) {
            assertThat(Traces.traceparent()).contains("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        }
        assertThat(Traces.traceparent()).isEmpty();
    }

    @Test
    void an_act_comes_from_the_person_who_calls_in_the_trace_it_happens_in() {
        Caller caller = new Caller(
                new Tenant("harlow"),
                new PersonDocument(
                        PERSON,
                        "olu",
                        "Olu Adeyemi",
                        PersonKind.OFFICER,
                        Optional.empty(),
                        Optional.empty(),
                        LocalDate.of(2000, 1, 1),
                        Optional.empty()));

        try (Scope _ = Span.wrap(CONTEXT).makeCurrent()) {
            assertThat(Traces.origin(caller))
                    .isEqualTo(new Origin(
                            Optional.of(PERSON),
                            Optional.of("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")));
        }
    }
}
