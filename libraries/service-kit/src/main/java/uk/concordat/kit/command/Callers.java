package uk.concordat.kit.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.function.Function;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.identity.Caller;
import uk.concordat.kit.identity.Token;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.problem.Problem;

/** Finds the caller of the present request among the people of their council. */
@ApplicationScoped
public class Callers {

    private final Token token;
    private final Directories directories;

    public Callers(Token token, Directories directories) {
        this.token = token;
        this.directories = directories;
    }

    /**
     * The situation the request is decided in.
     *
     * @param version the directory's version, asked for in a round trip that has been sent
     * @throws MalformedRequest as a 403 if the council or the person is not known here, or has left
     */
    public Situation situation(Transaction transaction, Pending<Long> version) {
        String username = token.username();
        Directory directory = directories
                .at(version, transaction)
                .orElseThrow(() -> refuse("council-not-known", "That council is not known here."));
        PersonDocument person = directory
                .person(username)
                .orElseThrow(() -> refuse("person-not-known", "The council knows nobody of the name in the token."));
        LocalDate today = directory.day(transaction.now());
        if (!person.on(today)) {
            throw refuse("person-not-known", notInOffice(person, today));
        }
        return new Situation(new Caller(transaction.tenant(), person.asOf(today)), directory, transaction.now());
    }

    private static String notInOffice(PersonDocument person, LocalDate today) {
        return person.from().isAfter(today)
                ? "The council knows you in office from %s on, and not before.".formatted(person.from())
                : person.to()
                        .map("You are in office no more: the council knows you in office until %s."::formatted)
                        .orElse("The council knows you in no office today.");
    }

    /** Runs a reading in a transaction of the caller's council. */
    public <T> T reading(uk.concordat.eventsourcing.database.Transactions transactions, Function<Read, T> work) {
        return transactions.in(token.council(), transaction -> {
            var roundTrip = transaction.roundTrip();
            var version = directories.version(roundTrip, transaction);
            roundTrip.send();
            return work.apply(new Read(transaction, situation(transaction, version)));
        });
    }

    /** A transaction that reads, and who reads. */
    public record Read(Transaction transaction, Situation situation) {}

    private static MalformedRequest refuse(String code, String detail) {
        return new MalformedRequest(Problem.of(403, code, detail));
    }
}
