package uk.concordat.council.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.problem.MalformedRequest;

/** Shows people their own council as it is or was on a day; to people of another it does not exist. */
@ApplicationScoped
public class AsOfADay {

    private final Callers callers;
    private final Transactions transactions;

    public AsOfADay(Callers callers, Transactions transactions) {
        this.callers = callers;
        this.transactions = transactions;
    }

    /**
     * @param on the day; today in the council, where none is asked for
     * @param show what is there on that day, if anything is
     * @throws MalformedRequest if what is asked for is no day
     */
    Response shown(String council, @Nullable String on, BiFunction<Directory, LocalDate, Optional<?>> show) {
        Optional<LocalDate> asked = Optional.ofNullable(on).map(AsOfADay::day);
        return callers.reading(transactions, read -> {
            if (!read.situation().caller().council().key().equals(council)) {
                return Answers.unknown();
            }
            Directory directory = read.situation().directory();
            return show.apply(directory, asked.orElseGet(read.situation()::today))
                    .<Response>map(body -> Response.ok(body)
                            .header(HttpHeaders.CACHE_CONTROL, "no-store")
                            .build())
                    .orElseGet(Answers::unknown);
        });
    }

    private static LocalDate day(String on) {
        try {
            if (on.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return LocalDate.parse(on);
            }
        } catch (DateTimeException none) {
            throw new MalformedRequest("bad-day", "There is no day %s.".formatted(on));
        }
        throw new MalformedRequest("bad-day", "on is a day such as 2026-05-07.");
    }
}
