package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.ImportReport.Named;

/** Posts that groups of the directory stand for: who has held them is what is known, and what the files say is not taken. */
final class HoldersOfGroups {

    private final ImportFiles sent;
    private final CouncilState state;

    private HoldersOfGroups(ImportFiles sent, CouncilState state) {
        this.sent = sent;
        this.state = state;
    }

    /** The lines as they count. A post that is new has the holders of its lines, since nobody else knows of any. */
    static List<HolderLine> counting(ImportFiles sent, CouncilState state) {
        HoldersOfGroups holders = new HoldersOfGroups(sent, state);
        List<HolderLine> lines = new ArrayList<>(sent.files().holders().stream()
                .filter(line -> !holders.isKnown(line.post()))
                .toList());
        holders.posts().flatMap(holders::known).forEach(lines::add);
        return lines;
    }

    /** The posts of which the files name other holders than are known. */
    static List<Named> kept(ImportFiles sent, CouncilState state) {
        HoldersOfGroups holders = new HoldersOfGroups(sent, state);
        return holders.posts()
                .filter(post -> !holders.asWritten(post).equals(tenures(holders.known(post))))
                .map(post -> new Named("post", post))
                .toList();
    }

    private boolean isKnown(String post) {
        return sent.postsOfGroups().contains(post) && state.posts().find(post).isPresent();
    }

    /** Those that the files name too. */
    private Stream<String> posts() {
        return sent.files().posts().stream().map(PostLine::post).distinct().filter(this::isKnown);
    }

    private Stream<HolderLine> known(String key) {
        return state.posts().find(key).stream()
                .flatMap(post -> post.holders().stream())
                .flatMap(holder -> state.person(holder.person()).stream()
                        .map(person ->
                                new HolderLine(KnownTenures.LINE, key, person.username(), holder.from(), holder.to())));
    }

    private Set<HolderLine> asWritten(String post) {
        return tenures(
                sent.files().holders().stream().filter(line -> line.post().equals(post)));
    }

    /** Wherever they stand. */
    private static Set<HolderLine> tenures(Stream<HolderLine> lines) {
        Set<HolderLine> tenures = new HashSet<>();
        lines.forEach(line -> tenures.add(new HolderLine(1, line.post(), line.username(), line.from(), line.to())));
        return tenures;
    }
}
