package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.council.domain.CouncilFiles.Dated;
import uk.concordat.council.domain.CouncilFiles.PostLine;

/**
 * Whether posts are held, and stood in for, on days on which they and their people are there. A line without a last day
 * means until one of these ends, and need not be closed when that is.
 */
final class TenureChecks {

    private final CouncilState state;
    private final Kinds kinds;
    private final Map<String, PostLine> posts = new HashMap<>();
    private final List<ImportFault> faults = new ArrayList<>();

    private TenureChecks(CouncilFiles files, CouncilState state, LocalDate today) {
        this.state = state;
        this.kinds = new Kinds(files.people(), state, today);
        files.posts().forEach(line -> posts.putIfAbsent(line.post(), line));
    }

    static List<ImportFault> of(CouncilFiles files, CouncilState state, LocalDate today) {
        TenureChecks checks = new TenureChecks(files, state, today);
        files.holders().forEach(line -> checks.check("holders.csv", line.line(), line.post(), line.username(), line));
        files.deputies()
                .ifPresent(lines -> lines.forEach(
                        line -> checks.check("deputies.csv", line.line(), line.post(), line.username(), line)));
        return checks.faults;
    }

    private void check(String file, long line, String post, String username, Dated tenure) {
        // What is known already, and only counts beside these files, is said by no line of theirs.
        if (line == KnownTenures.LINE) {
            return;
        }
        Optional.ofNullable(posts.get(post))
                .map(found -> new Span(found.from(), found.to()))
                .ifPresent(life -> {
                    if (!life.on(tenure.from())) {
                        fault(file, line, "from", "the post %s does not exist on %s".formatted(post, tenure.from()));
                    }
                    tenure.to()
                            .filter(last -> !life.on(last) && life.on(tenure.from()))
                            .ifPresent(last ->
                                    fault(file, line, "to", "the post %s does not exist on %s".formatted(post, last)));
                });
        kinds.career(username).ifPresent(career -> {
            Optional<Span> office = career.stretch(tenure.from());
            if (office.isEmpty()) {
                fault(file, line, "from", "%s is not in office on %s".formatted(username, tenure.from()));
            }
            boolean hasComeBack =
                    office.filter(span -> !span.equals(career.lastStretch())).isPresent();
            if (tenure.to().isEmpty() && hasComeBack) {
                fault(
                        file,
                        line,
                        "to",
                        "%s left on %s and came back later"
                                .formatted(username, office.flatMap(Span::to).orElseThrow()));
            }
            tenure.to()
                    .filter(last -> office.filter(span -> !span.on(last)).isPresent())
                    .filter(_ -> !isOfADirectory(username))
                    .ifPresent(
                            last -> fault(file, line, "to", "%s is not in office until %s".formatted(username, last)));
        });
    }

    /** A directory ends somebody's office without asking how long the files let them hold a post. */
    private boolean isOfADirectory(String username) {
        return state.people()
                .find(username)
                .flatMap(person -> state.provisioning().find(person.id()))
                .isPresent();
    }

    private void fault(String file, long line, String column, String problem) {
        faults.add(new ImportFault(
                file, line, column, problem, "Let it begin and end with the post, and with the person's office."));
    }
}
