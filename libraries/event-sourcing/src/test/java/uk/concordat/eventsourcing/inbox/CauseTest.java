package uk.concordat.eventsourcing.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cause helps whoever has to act on it, and quotes nothing of the record. */
class CauseTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Leg(int miles) {}

    private record Journey(List<Leg> legs, LocalDate on) {}

    @Test
    void it_names_what_failed_and_where_and_because_of_what() {
        Throwable failure = new IllegalStateException("Dear Philippa", new ArithmeticException("Philippa"));

        assertThat(Cause.of(failure))
                .isEqualTo("IllegalStateException in CauseTest, because of ArithmeticException in CauseTest");
    }

    @Test
    void of_a_failure_inside_java_it_names_the_class_that_called() {
        try {
            Integer.parseInt("Philippa");
        } catch (NumberFormatException failure) {
            assertThat(Cause.of(failure)).isEqualTo("NumberFormatException in CauseTest");
        }
    }

    @Test
    void of_data_that_is_not_as_described_it_names_the_field() throws JsonProcessingException {
        var data = JSON.readTree("{\"legs\":[{\"miles\":1},{\"miles\":\"Philippa\"}]}");
        try {
            new DataReader().read(data, Journey.class);
            assertThat(data).as("could be read").isNull();
        } catch (Unreadable unreadable) {
            assertThat(Cause.of(unreadable))
                    .isEqualTo("the data is not a Journey: InvalidFormatException at /legs/1/miles");
        }
    }

    @Test
    void what_is_logged_of_a_failure_is_where_it_arose_and_no_message() {
        DiscreetFailure logged =
                new DiscreetFailure(new IllegalStateException("Dear Philippa", new ArithmeticException("Philippa")));

        assertThat(logged)
                .hasMessage("java.lang.IllegalStateException")
                .hasRootCauseMessage("java.lang.ArithmeticException");
        assertThat(logged.getStackTrace()[0].getClassName()).isEqualTo(CauseTest.class.getName());
    }
}
