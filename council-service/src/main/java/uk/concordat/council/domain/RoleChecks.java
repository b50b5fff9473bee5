package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilFiles.Dated;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;

/**
 * Whether posts with officers' roles are held by officers, and those with members' roles by members: a member who held
 * the post of the Head of Paid Service would direct officers, which is for their managers (COL-20, HAR-33).
 */
final class RoleChecks {

    private final CouncilFiles files;
    private final CouncilState state;
    private final Kinds kinds;
    private final Map<String, PostLine> posts = new HashMap<>();
    private final List<ImportFault> faults = new ArrayList<>();

    private RoleChecks(CouncilFiles files, CouncilState state, LocalDate today) {
        this.files = files;
        this.state = state;
        this.kinds = new Kinds(files.people(), state, today);
        files.posts().forEach(line -> posts.putIfAbsent(line.post(), line));
    }

    static List<ImportFault> of(CouncilFiles files, CouncilState state, LocalDate today) {
        RoleChecks checks = new RoleChecks(files, state, today);
        files.holders()
                .forEach(holder -> checks.sent("holders.csv", holder.line(), holder.post(), holder.username(), holder));
        files.deputies()
                .ifPresentOrElse(
                        lines -> lines.forEach(deputy ->
                                checks.sent("deputies.csv", deputy.line(), deputy.post(), deputy.username(), deputy)),
                        checks::deputiesThatStay);
        checks.postsThatStay();
        return checks.faults;
    }

    private void sent(String file, long line, String post, String username, Dated tenure) {
        Optional.ofNullable(posts.get(post))
                .flatMap(known -> problem(username, post, known.roles(), tenure))
                .ifPresent(problem -> faults.add(new ImportFault(
                        file,
                        line,
                        "username",
                        problem,
                        "Name somebody whose role that is, or mend the post's roles.")));
    }

    private Optional<String> problem(String username, String post, List<String> roles, Dated tenure) {
        return kinds.during(username, tenure)
                .flatMap(kind -> GenericRole.closedTo(kind, roles)
                        .map(role -> "%s is %s, and the post %s has the role %s"
                                .formatted(
                                        username, PersonKind.isOfficer(kind) ? "an officer" : "no officer", post, role))
                        .stream())
                .findFirst();
    }

    private void deputiesThatStay() {
        for (PostLine line : files.posts()) {
            state.posts().find(line.post()).stream()
                    .flatMap(post -> post.deputies().stream())
                    .flatMap(deputy -> {
                        String username = kinds.username(deputy.person());
                        return problem(username, line.post(), line.roles(), tenure(line.post(), username, deputy))
                                .stream();
                    })
                    .forEach(problem -> faults.add(new ImportFault(
                            "posts.csv",
                            line.line(),
                            "roles",
                            problem + ", as whose deputy they are known",
                            "Send deputies.csv too, with another deputy or without one.")));
        }
    }

    /** Of posts that the files leave out, that no line makes somebody another kind than they may be. */
    private void postsThatStay() {
        state.posts().all().values().stream()
                .filter(post -> !posts.containsKey(post.key()))
                .forEach(post -> Stream.concat(post.holders().stream(), post.deputies().stream())
                        .forEach(tenure -> stays(post, tenure)));
    }

    private void stays(Post post, Post.Holder holder) {
        String username = kinds.username(holder.person());
        kinds.line(username)
                .ifPresent(line -> problem(username, post.key(), post.roles(), tenure(post.key(), username, holder))
                        .ifPresent(problem -> faults.add(new ImportFault(
                                "people.csv",
                                line.line(),
                                "kind",
                                problem + ", which they are known for",
                                "Send that post, its holders and its deputies too."))));
    }

    private static Dated tenure(String post, String username, Post.Holder holder) {
        return new DeputyLine(0, post, username, holder.from(), holder.to());
    }
}
