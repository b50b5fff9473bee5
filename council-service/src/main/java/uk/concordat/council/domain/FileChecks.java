package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.protocols.pack.PackId;

/** Whether a council's files fit together: all faults, not only the first. */
final class FileChecks {

    private final CouncilFiles files;
    private final List<ImportFault> faults = new ArrayList<>();

    private FileChecks(CouncilFiles files) {
        this.files = files;
    }

    /** @param state what is known of the council, where its files say nothing */
    static List<ImportFault> of(ImportFiles command, CouncilState state) {
        CouncilFiles files = command.files();
        FileChecks checks = new FileChecks(files);
        checks.pack(command);
        checks.unique("people.csv", "username", files.people(), FileChecks::inSmallLetters, PersonLine::line);
        checks.unique("posts.csv", "post", files.posts(), PostLine::post, PostLine::line);
        checks.holders();
        checks.faults.addAll(PostChecks.of(files, state, command.today()));
        checks.faults.addAll(TenureChecks.of(files, state, command.today()));
        checks.faults.addAll(RoleChecks.of(files, state, command.today()));
        checks.faults.addAll(LineChecks.of(files, state, command.today()));
        checks.faults.addAll(PeopleChecks.of(files, state, command.today()));
        return List.copyOf(checks.faults);
    }

    private void pack(ImportFiles command) {
        files.profile()
                .pack()
                .filter(pack -> !command.packs().contains(pack))
                .ifPresent(pack -> faults.add(new ImportFault(
                        "council.csv",
                        files.profile().line(),
                        "pack",
                        "there is no pack %s %s".formatted(pack.pack(), pack.version()),
                        "Use one of "
                                + command.packs().stream()
                                        .map(PackId::toString)
                                        .sorted()
                                        .toList()
                                + leftOut(command))));
    }

    private static String leftOut(ImportFiles command) {
        return command.packsLeftOut().isEmpty()
                ? ""
                : ", or mend what was not taken in: " + String.join("; ", command.packsLeftOut());
    }

    private <T> void unique(
            String file, String column, List<T> lines, Function<T, String> key, ToLongFunction<T> line) {
        Set<String> seen = new HashSet<>();
        lines.stream()
                .filter(each -> !seen.add(key.apply(each)) && line.applyAsLong(each) != KnownTenures.LINE)
                .forEach(each -> faults.add(new ImportFault(
                        file,
                        line.applyAsLong(each),
                        column,
                        "%s is there twice".formatted(key.apply(each)),
                        "Keep one line for each.")));
    }

    private void holders() {
        Set<String> posts = files.posts().stream().map(PostLine::post).collect(Collectors.toSet());
        Set<String> people = files.people().stream().map(PersonLine::username).collect(Collectors.toSet());
        Map<String, List<HolderLine>> byPost = new HashMap<>();
        Map<String, DisjointSpans> taken = new HashMap<>();
        for (HolderLine holder : files.holders()) {
            if (!posts.contains(holder.post())) {
                faults.add(new ImportFault(
                        "holders.csv",
                        holder.line(),
                        "post",
                        "there is no post " + holder.post(),
                        "Name a post of posts.csv."));
            }
            if (!people.contains(holder.username())) {
                faults.add(new ImportFault(
                        "holders.csv",
                        holder.line(),
                        "username",
                        "there is nobody called " + holder.username(),
                        "Name a person of people.csv, or one who was loaded before."));
            }
            List<HolderLine> earlier = byPost.computeIfAbsent(holder.post(), _ -> new ArrayList<>());
            boolean apart = taken.computeIfAbsent(holder.post(), _ -> new DisjointSpans())
                    .add(new Span(holder.from(), holder.to()));
            if (!apart) {
                earlier.stream()
                        .filter(holder::meets)
                        .findFirst()
                        .ifPresent(other -> faults.add(new ImportFault(
                                "holders.csv",
                                holder.line(),
                                "from",
                                "the post %s is held by %s from %s on some of these days"
                                        .formatted(holder.post(), other.username(), other.from()),
                                Tenures.APART)));
            }
            earlier.add(holder);
        }
    }

    /** Directories do not tell Ann from ann. */
    private static String inSmallLetters(PersonLine person) {
        return person.username().toLowerCase(Locale.ROOT);
    }
}
