package uk.concordat.council.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.pack.PackId;

/** A council's files, each line well formed for itself. Whether they fit together is for {@link Council} to say. */
public record CouncilFiles(
        ProfileLine profile,
        List<PersonLine> people,
        List<PostLine> posts,
        List<HolderLine> holders,
        CompositionFiles composition) {

    /** Files that say nothing of who makes up the council. */
    public CouncilFiles(ProfileLine profile, List<PersonLine> people, List<PostLine> posts, List<HolderLine> holders) {
        this(profile, people, posts, holders, CompositionFiles.NONE);
    }

    public record ProfileLine(
            long line,
            String key,
            String name,
            String reference,
            ZoneId zone,
            Optional<PackId> pack,
            LocalDate from,
            LocalSettings settings) {}

    public record PersonLine(
            long line,
            String username,
            String name,
            String kind,
            Optional<String> group,
            Optional<String> email,
            LocalDate from,
            Optional<LocalDate> to) {}

    public record PostLine(
            long line,
            String post,
            String title,
            List<String> roles,
            Optional<String> reportsTo,
            LocalDate from,
            Optional<LocalDate> to) {}

    public record HolderLine(long line, String post, String username, LocalDate from, Optional<LocalDate> to) {}
}
