package uk.concordat.local;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The launcher's commands, as {@code ./concordat} calls them. Ends with 0, with 1 when it cannot be done, with 2 when it is no command. */
public final class Main {

    private final Path repository;
    private final Path directory;
    private final Map<String, String> environment;
    private final PrintStream out;

    private Main(Path repository, Map<String, String> environment, PrintStream out) {
        this.repository = repository;
        this.directory = Path.of(environment.getOrDefault(
                "CONCORDAT_DIRECTORY", repository.resolve(".concordat").toString()));
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] words) {
        Path repository = Path.of(System.getProperty("concordat.repository", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(new Main(repository, System.getenv(), System.out).run(List.of(words), System.err));
    }

    private int run(List<String> words, PrintStream errors) {
        try {
            switch (Command.of(
                    words,
                    () -> LocalStack.in(directory, repository).knownCouncils().all())) {
                case Command.Up(Optional<LocalDateTime> clock) -> up(clock);
                case Command.PersonToken(String council, String person) ->
                    out.println(Tokens.of(directory).forPerson(council, person));
                case Command.OperatorToken() -> out.println(Tokens.of(directory).operator());
                case Command.IntegrationToken(String council, List<String> scopes) ->
                    out.println(Tokens.of(directory).forIntegration(council, scopes.toArray(String[]::new)));
                case Command.MoveClock(LocalDateTime to) -> report(clock().moveTo(to), errors);
                case Command.ForwardClock(int days) -> report(clock().forwardWorkingDays(days), errors);
                case Command.RealTimeClock() -> report(clock().toRealTime(), errors);
                case Command.Mail(Optional<String> council, String person) -> out.println(mail(council, person));
                case Command.WaitingRecords() -> out.println(deadLetters().table());
                case Command.ReplayRecord(UUID id) -> out.println(deadLetters().replay(id));
                case Command.DiscardRecord(UUID id, String reason) ->
                    out.println(deadLetters().discard(id, reason));
                case Command.Verify() -> verify();
                case Command.Status() -> out.println(StatusReport.of(LocalStack.in(directory, repository)));
            }
            return 0;
        } catch (Command.NotUnderstood wrong) {
            errors.println(wrong.getMessage());
            return 2;
        } catch (StackFailure failure) {
            errors.println(failure.getMessage());
            return 1;
        }
    }

    private void verify() {
        StackVerification.Result result = StackVerification.of(running());
        out.println(result.report());
        if (!result.sound()) {
            throw new StackFailure("The events or views are not what they must be.");
        }
    }

    private void up(Optional<LocalDateTime> clock) {
        StackSettings standard = StackSettings.defaults(repository);
        LocalStack stack = new LocalStack(new StackSettings(
                directory, repository, clock, standard.ports().orFrom(environment), standard.councils()));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
        try {
            run(stack);
        } catch (StackFailure failure) {
            // What is being stopped cannot but fail to start.
            if (!stack.isClosed()) {
                throw failure;
            }
        }
    }

    private void run(LocalStack stack) {
        stack.start(step -> out.println(step + " …"));
        Instant began =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        out.println();
        out.println(Greeting.of(stack, directory, Duration.between(began, Instant.now())));
        new Watch(stack, out).untilInterrupted();
    }

    private void stop(LocalStack stack) {
        if (stack.hasBegun()) {
            out.println("Stopping …");
            stack.close();
            out.println("Stopped. The data is kept in " + directory);
        } else {
            stack.close();
        }
    }

    private StackClock clock() {
        return running().clock();
    }

    private String mail(Optional<String> council, String person) {
        LocalStack stack = running();
        return MailReport.of(stack.addresses(council, person), stack.mailboxes());
    }

    private DeadLetters deadLetters() {
        LocalStack stack = running();
        return new DeadLetters(
                stack.tokens(), stack::service, stack.knownCouncils().all());
    }

    private LocalStack running() {
        LocalStack stack = LocalStack.in(directory, repository);
        if (!stack.isRunning("postgres")) {
            throw new StackFailure("The stack does not run in " + directory + ". Start it with ./concordat up");
        }
        return stack;
    }

    private void report(WalkReport walked, PrintStream errors) {
        walked.notAtRest().forEach(restless -> errors.println("Not at rest: " + restless));
        out.println("It is %s, %s".formatted(Moments.show(clock().now()), Moments.show(clock().shift())));
    }
}
