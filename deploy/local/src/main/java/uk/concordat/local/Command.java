package uk.concordat.local;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.concordat.protocols.people.Username;

/** What the launcher is asked to do. */
sealed interface Command {

    record Up(Optional<LocalDateTime> clock) implements Command {}

    record PersonToken(String council, String person) implements Command {}

    record OperatorToken() implements Command {}

    /** @param scopes what an integration of the council is granted; at least one */
    record IntegrationToken(String council, List<String> scopes) implements Command {}

    record MoveClock(LocalDateTime to) implements Command {}

    record ForwardClock(int workingDays) implements Command {}

    record RealTimeClock() implements Command {}

    record Status() implements Command {}

    record Verify() implements Command {}

    /** The records that wait in the services. */
    record WaitingRecords() implements Command {}

    record ReplayRecord(UUID id) implements Command {}

    record DiscardRecord(UUID id, String reason) implements Command {}

    /** @param council empty for every council that knows somebody of that name */
    record Mail(Optional<String> council, String person) implements Command {}

    /** A council's key holds no dot, and a username may. */
    Pattern PERSON = Pattern.compile("([a-z][a-z0-9-]{0,62})\\.(" + Username.FORM + ")");

    Pattern SCOPE = Pattern.compile("[a-z]+:[a-z]+");
    Pattern USERNAME = Pattern.compile(Username.FORM);
    Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    Pattern WORKING_DAYS = Pattern.compile("\\+([1-9][0-9]{0,3})wd");

    /**
     * @param councils those that the stack knows, where the words may name one
     * @throws NotUnderstood if these words are no command
     */
    static Command of(List<String> words, Supplier<Set<String>> councils) {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "up" -> up(words.subList(1, words.size()));
            case "token" -> token(words.subList(1, words.size()), councils);
            case "clock" -> clock(only(words));
            case "mail" -> mail(only(words), councils);
            case "dead-letters" -> deadLetters(words.subList(1, words.size()));
            case "status" -> alone(words, new Status());
            case "verify" -> alone(words, new Verify());
            default -> throw new NotUnderstood("There is no such command");
        };
    }

    private static Command up(List<String> words) {
        if (words.isEmpty()) {
            return new Up(Optional.empty());
        }
        if (words.size() == 2 && words.getFirst().equals("--clock")) {
            return new Up(Optional.of(time(words.getLast())));
        }
        throw new NotUnderstood("up takes --clock and a time, or nothing");
    }

    private static Command deadLetters(List<String> words) {
        if (words.isEmpty()) {
            return new WaitingRecords();
        }
        if (words.size() == 2 && words.getFirst().equals("replay")) {
            return new ReplayRecord(id(words.get(1)));
        }
        if (words.size() == 3
                && words.getFirst().equals("discard")
                && !words.get(2).isBlank()) {
            return new DiscardRecord(id(words.get(1)), words.get(2));
        }
        throw new NotUnderstood("dead-letters takes nothing, or replay ID, or discard ID and a reason in quotes");
    }

    private static UUID id(String text) {
        if (!ID.matcher(text).matches()) {
            throw new NotUnderstood("'%s' is no id: ./concordat dead-letters shows them".formatted(text));
        }
        return UUID.fromString(text);
    }

    private static Command token(List<String> words, Supplier<Set<String>> councils) {
        if (words.size() > 1) {
            return integrationToken(words.getFirst(), words.subList(1, words.size()), councils.get());
        }
        if (words.isEmpty()) {
            throw new NotUnderstood("token takes COUNCIL.PERSON, operator, or a council and scopes");
        }
        String whose = words.getFirst();
        if (whose.equals("operator")) {
            return new OperatorToken();
        }
        Matcher person = PERSON.matcher(whose);
        if (!person.matches()) {
            throw new NotUnderstood(
                    "'%s' is nobody: write COUNCIL.PERSON, such as city-of-london.member-red-1, or operator, or for an integration a council and scopes, such as harlow people:provision"
                            .formatted(whose));
        }
        return new PersonToken(known(person.group(1), councils.get()), person.group(2));
    }

    private static Command integrationToken(String council, List<String> scopes, Set<String> councils) {
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                throw new NotUnderstood("'%s' is no scope: write one such as people:import".formatted(scope));
            }
        }
        return new IntegrationToken(known(council, councils), List.copyOf(scopes));
    }

    private static String known(String council, Set<String> councils) {
        if (!councils.contains(council)) {
            throw new NotUnderstood(
                    "'%s' is no council that the local stack knows; it knows %s, and any other once it runs and that one is loaded"
                            .formatted(council, String.join(", ", councils)));
        }
        return council;
    }

    private static Command mail(String whose, Supplier<Set<String>> councils) {
        Matcher person = PERSON.matcher(whose);
        if (person.matches() && councils.get().contains(person.group(1))) {
            return new Mail(Optional.of(person.group(1)), person.group(2));
        }
        if (!USERNAME.matcher(whose).matches()) {
            throw new NotUnderstood(
                    "'%s' is nobody: write PERSON, such as officer-1, or COUNCIL.PERSON".formatted(whose));
        }
        return new Mail(Optional.empty(), whose);
    }

    private static Command clock(String to) {
        if (to.equals("now")) {
            return new RealTimeClock();
        }
        Matcher workingDays = WORKING_DAYS.matcher(to);
        return workingDays.matches()
                ? new ForwardClock(Integer.parseInt(workingDays.group(1)))
                : new MoveClock(time(to));
    }

    private static LocalDateTime time(String text) {
        try {
            LocalDateTime time = LocalDateTime.parse(text);
            if (time.getYear() >= 2000 && time.getYear() < 2200) {
                return time;
            }
        } catch (DateTimeParseException unreadable) {
            throw new NotUnderstood("'%s' is no time: write one such as 2026-12-24T10:00".formatted(text), unreadable);
        }
        throw new NotUnderstood("The clock goes from the year 2000 to 2199, not to " + text);
    }

    private static Command alone(List<String> words, Command command) {
        if (words.size() > 1) {
            throw new NotUnderstood(words.getFirst() + " takes no argument");
        }
        return command;
    }

    private static String only(List<String> words) {
        if (words.size() != 2) {
            throw new NotUnderstood(words.getFirst() + " takes one argument");
        }
        return words.getLast();
    }

    /** These words are no command; the message says what is wrong with them. */
    final class NotUnderstood extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        NotUnderstood(String message) {
            super(message);
        }

        NotUnderstood(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
