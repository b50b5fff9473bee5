package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.concordat.council.domain.CompositionFiles.Place;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.protocols.people.PostId;

/**
 * Whether reporting lines end, and at an officer. Officers serve the council as a whole and follow their managers, not
 * one member (COL-20, HAR-33), so that no officer's post stands under a member's.
 */
final class LineChecks {

    /** A post of the files, or one that they leave out. */
    private record Stage(Place at, String key, Optional<String> above, boolean isOfficers, boolean isMembers) {

        boolean isNeither() {
            return !isOfficers && !isMembers;
        }
    }

    private final List<PostLine> lines;
    private final Map<String, Stage> stages;
    private final List<ImportFault> faults = new ArrayList<>();

    private LineChecks(List<PostLine> lines, Map<String, Stage> stages) {
        this.lines = lines;
        this.stages = stages;
    }

    static List<ImportFault> of(CouncilFiles files, CouncilState state, LocalDate today) {
        LineChecks checks = new LineChecks(files.posts(), stages(files, state, today));
        Set<String> circling = checks.circling();
        checks.lines.forEach(line -> {
            checks.above(line);
            if (circling.contains(line.post())) {
                checks.fault(
                        line,
                        "the reporting line comes back to " + line.post(),
                        "Let the line end at a post that reports to nobody.");
            }
        });
        checks.underMembers();
        return checks.faults;
    }

    /** Whether a member stands above an officer's post by what is known. */
    static boolean isOfficerUnderMember(CouncilState state, LocalDate today) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        addKnown(stages, new Kinds(List.of(), state, today), state, new Place("council.csv", 1, true));
        LineChecks checks = new LineChecks(List.of(), stages);
        checks.underMembers();
        return !checks.faults.isEmpty();
    }

    private static Map<String, Stage> stages(CouncilFiles files, CouncilState state, LocalDate today) {
        Kinds kinds = new Kinds(files.people(), state, today);
        Map<String, List<HolderLine>> holders =
                files.holders().stream().collect(Collectors.groupingBy(HolderLine::post));
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (PostLine line : files.posts()) {
            stages.putIfAbsent(
                    line.post(),
                    stage(
                            new Place("posts.csv", line.line()),
                            line.post(),
                            line.reportsTo(),
                            line.roles(),
                            kinds,
                            holders.getOrDefault(line.post(), List.of())));
        }
        addKnown(stages, kinds, state, Place.knownBefore(files));
        return stages;
    }

    private static void addKnown(Map<String, Stage> stages, Kinds kinds, CouncilState state, Place at) {
        Map<String, Post> known = state.posts().all();
        Map<PostId, String> keys = new HashMap<>();
        known.values().forEach(post -> keys.put(post.id(), post.key()));
        for (Post post : known.values()) {
            stages.computeIfAbsent(
                    post.key(),
                    key -> stage(
                            at,
                            key,
                            post.reportsTo().map(keys::get),
                            post.roles(),
                            kinds,
                            post.holders().stream()
                                    .map(holder -> new HolderLine(
                                            0, key, kinds.username(holder.person()), holder.from(), holder.to()))
                                    .toList()));
        }
    }

    private static Stage stage(
            Place at, String key, Optional<String> above, List<String> roles, Kinds kinds, List<HolderLine> holders) {
        Set<Boolean> heldByOfficers = holders.stream()
                .flatMap(holder -> kinds.during(holder.username(), holder))
                .map(PersonKind::isOfficer)
                .collect(Collectors.toSet());
        return new Stage(
                at,
                key,
                above,
                heldByOfficers.contains(true) || roles.stream().anyMatch(GenericRole::isOfficers),
                heldByOfficers.contains(false) || roles.stream().anyMatch(GenericRole::isMembers));
    }

    private void above(PostLine line) {
        line.reportsTo()
                .filter(above -> !isOfFiles(above))
                .ifPresent(above -> fault(
                        line, "there is no post " + above, "Name a post of this file, or leave it empty at the top."));
    }

    private boolean isOfFiles(String post) {
        return stage(post).filter(stage -> !stage.at().knownBefore()).isPresent();
    }

    private Optional<Stage> stage(String post) {
        return Optional.ofNullable(stages.get(post));
    }

    /** The posts of circles. Each post is passed once, however deep the lines are. */
    private Set<String> circling() {
        Set<String> circling = new HashSet<>();
        Set<String> passed = new HashSet<>();
        for (String start : stages.keySet()) {
            List<String> line = new ArrayList<>();
            Optional<Stage> next = stage(start);
            while (next.isPresent() && passed.add(next.get().key())) {
                line.add(next.get().key());
                next = next.get().above().flatMap(this::stage);
            }
            next.map(met -> line.indexOf(met.key()))
                    .filter(first -> first >= 0)
                    .ifPresent(first -> circling.addAll(line.subList(first, line.size())));
        }
        return circling;
    }

    private void underMembers() {
        Map<String, Boolean> decided = new HashMap<>();
        stages.values().stream()
                .filter(Stage::isOfficers)
                .forEach(stage -> stage.above()
                        .filter(above -> isMembers(above, decided))
                        .ifPresent(above -> faults.add(stage.at()
                                .fault(
                                        "reportsTo",
                                        "%s is an officer's post and reports to %s, which is a member's"
                                                .formatted(stage.key(), above),
                                        "Let it report to an officer's post, or leave it empty at the top."))));
    }

    /** A post that nothing is known of is what the post above it is. */
    private boolean isMembers(String post, Map<String, Boolean> decided) {
        List<String> open = new ArrayList<>();
        Optional<Stage> next = stage(post);
        @Nullable Boolean known = null;
        while (next.isPresent() && known == null) {
            Stage stage = next.get();
            known = stage.isNeither() ? decided.putIfAbsent(stage.key(), false) : Boolean.valueOf(stage.isMembers());
            open.add(stage.key());
            next = stage.above().flatMap(this::stage);
        }
        boolean isMembers = Boolean.TRUE.equals(known);
        open.forEach(each -> decided.put(each, isMembers));
        return isMembers;
    }

    private void fault(PostLine line, String problem, String remedy) {
        faults.add(new ImportFault("posts.csv", line.line(), "reportsTo", problem, remedy));
    }
}
