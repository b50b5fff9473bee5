package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.CouncilFiles.Dated;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.protocols.people.PersonId;

/** Whether posts are held, and stood in for, by those who may. */
final class PostChecks {

    private static final String DEPUTIES = "deputies.csv";

    private final CouncilFiles files;
    private final CouncilState state;
    private final Kinds kinds;
    private final Map<String, PostLine> posts;
    private final Map<String, PersonLine> people;
    private final Map<PersonId, String> usernames = new HashMap<>();
    private final Map<String, List<HolderLine>> holders;
    private final List<ImportFault> faults = new ArrayList<>();

    private PostChecks(CouncilFiles files, CouncilState state, LocalDate today) {
        this.files = files;
        this.state = state;
        this.kinds = new Kinds(files.people(), state, today);
        this.posts = byKey(files.posts(), PostLine::post);
        this.people = byKey(files.people(), PersonLine::username);
        files.people()
                .forEach(line -> state.people()
                        .find(line.username())
                        .ifPresent(person -> usernames.put(person.id(), line.username())));
        this.holders = files.holders().stream().collect(Collectors.groupingBy(HolderLine::post));
    }

    static List<ImportFault> of(CouncilFiles files, CouncilState state, LocalDate today) {
        PostChecks checks = new PostChecks(files, state, today);
        checks.restrictedHolders();
        checks.postsThatStay();
        files.deputies().ifPresentOrElse(checks::deputies, checks::deputiesThatStay);
        return List.copyOf(checks.faults);
    }

    private static <T> Map<String, T> byKey(List<T> lines, Function<T, String> key) {
        return lines.stream().collect(Collectors.toMap(key, Function.identity(), (first, _) -> first));
    }

    private void restrictedHolders() {
        files.holders().stream()
                .filter(holder -> isBarred(holder.username(), holder.post(), holder))
                .forEach(holder -> faults.add(new ImportFault(
                        "holders.csv",
                        holder.line(),
                        "username",
                        "%s is a member, and the post %s is politically restricted"
                                .formatted(holder.username(), holder.post()),
                        "Name an officer, or let the post be unrestricted.")));
    }

    /** Who holds a politically restricted post is no member of the council meanwhile (CC-32). */
    private boolean isBarred(String username, String post, Dated tenure) {
        return Optional.ofNullable(posts.get(post))
                        .filter(line -> line.terms().politicallyRestricted())
                        .isPresent()
                && isMember(username, tenure);
    }

    private boolean isMember(String username, Dated tenure) {
        return kinds.during(username, tenure).anyMatch(kind -> !PersonKind.isOfficer(kind));
    }

    /** Posts that the files leave out are known as before, and who becomes a member must not hold one that is restricted. */
    private void postsThatStay() {
        for (Post post : state.posts().all().values()) {
            if (post.terms().politicallyRestricted() && !posts.containsKey(post.key())) {
                Stream.concat(post.holders().stream(), post.deputies().stream()).forEach(holder -> {
                    String username = usernames.getOrDefault(holder.person(), "");
                    @Nullable PersonLine person = people.get(username);
                    if (person != null
                            && isMember(
                                    username, new HolderLine(0, post.key(), username, holder.from(), holder.to()))) {
                        faults.add(new ImportFault(
                                "people.csv",
                                person.line(),
                                "kind",
                                "%s is known as the holder or deputy of the politically restricted post %s"
                                        .formatted(username, post.key()),
                                "Send that post, its holders and deputies too."));
                    }
                });
            }
        }
    }

    private void deputies(List<DeputyLine> lines) {
        Map<String, DisjointSpans> taken = new HashMap<>();
        for (DeputyLine line : lines) {
            if (!posts.containsKey(line.post())) {
                fault(line, "post", "there is no post " + line.post(), "Name a post of posts.csv.");
            }
            if (!people.containsKey(line.username())) {
                fault(
                        line,
                        "username",
                        "there is nobody called " + line.username(),
                        "Name a person of people.csv, or one who was loaded before.");
            }
            if (isHolder(line)) {
                fault(
                        line,
                        "username",
                        "%s holds the post %s on some of these days".formatted(line.username(), line.post()),
                        "Name another person: nobody is their own deputy.");
            }
            if (isBarred(line.username(), line.post(), line)) {
                fault(
                        line,
                        "username",
                        "%s is a member, and the post %s is politically restricted"
                                .formatted(line.username(), line.post()),
                        "Name an officer.");
            }
            if (!taken.computeIfAbsent(line.post(), _ -> new DisjointSpans()).add(new Span(line.from(), line.to()))) {
                fault(
                        line,
                        "from",
                        "the post %s has another deputy on some of these days".formatted(line.post()),
                        Tenures.APART);
            }
        }
    }

    private boolean isHolder(DeputyLine deputy) {
        return holders.getOrDefault(deputy.post(), List.of()).stream()
                .anyMatch(holder -> holder.username().equals(deputy.username()) && holder.meets(deputy));
    }

    /** The files say nothing of deputies, so those that are known stay, and must fit with what the files do say. */
    private void deputiesThatStay() {
        for (PostLine line : files.posts()) {
            List<Post.Holder> known =
                    state.posts().find(line.post()).map(Post::deputies).orElse(List.of());
            known.forEach(deputy -> stays(
                    line,
                    new DeputyLine(
                            0, line.post(), usernames.getOrDefault(deputy.person(), ""), deputy.from(), deputy.to())));
        }
    }

    private void stays(PostLine post, DeputyLine known) {
        holders.getOrDefault(known.post(), List.of()).stream()
                .filter(holder -> holder.username().equals(known.username()) && holder.meets(known))
                .forEach(holder -> faults.add(new ImportFault(
                        "holders.csv",
                        holder.line(),
                        "username",
                        "%s is known as the deputy of this post on some of these days".formatted(holder.username()),
                        "Send deputies.csv too, with that deputy's last day.")));
        if (isBarred(known.username(), known.post(), known)) {
            faults.add(new ImportFault(
                    "posts.csv",
                    post.line(),
                    "politicallyRestricted",
                    "%s is a member and known as the deputy of this post".formatted(known.username()),
                    "Send deputies.csv too, with that deputy's last day."));
        }
    }

    private void fault(DeputyLine line, String column, String problem, String remedy) {
        faults.add(new ImportFault(DEPUTIES, line.line(), column, problem, remedy));
    }
}
