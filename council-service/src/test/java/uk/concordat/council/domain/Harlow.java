package uk.concordat.council.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.CouncilFiles.ProfileLine;
import uk.concordat.protocols.pack.PackId;

/** A small council's files: a desk, its manager, and two people who hold them. */
public final class Harlow {

    public static final PackId PACK = new PackId("harlow", "2024-05-16");
    public static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private Harlow() {}

    static ProfileLine profile(Optional<PackId> pack) {
        return profile(pack, FIRST);
    }

    static ProfileLine profile(Optional<PackId> pack, LocalDate from) {
        return new ProfileLine(
                3, "harlow", "Harlow Council", "HAR", ZoneId.of("Europe/London"), pack, from, LocalSettings.NONE);
    }

    static PersonLine person(long line, String username, String name) {
        return new PersonLine(
                line, username, name, "officer", Optional.empty(), Optional.empty(), FIRST, Optional.empty());
    }

    static PostLine post(long line, String post, String reportsTo) {
        return new PostLine(
                line,
                post,
                "Title of " + post,
                List.of(),
                Optional.of(reportsTo).filter(above -> !above.isEmpty()),
                FIRST,
                Optional.empty());
    }

    static HolderLine holder(long line, String post, String username, String from, String to) {
        return new HolderLine(
                line,
                post,
                username,
                LocalDate.parse(from),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse));
    }

    public static CouncilFiles files() {
        return new CouncilFiles(
                profile(Optional.of(PACK)),
                List.of(person(2, "olu", "Olu Adeyemi"), person(3, "ann", "Ann Baker")),
                List.of(post(2, "manager", ""), post(3, "desk", "manager")),
                List.of(
                        holder(2, "desk", "olu", "2000-01-01", "2026-06-30"),
                        holder(3, "desk", "ann", "2026-07-01", "")));
    }

    /** Ids for all names in the files, new for each attempt, as the application brings them. */
    public static ImportFiles take(CouncilFiles files) {
        return take(files, LocalDate.of(2026, 7, 1));
    }

    static ImportFiles take(CouncilFiles files, LocalDate today) {
        Map<String, UUID> ids = new HashMap<>();
        files.people().forEach(person -> ids.put("person " + person.username(), UUID.randomUUID()));
        files.posts().forEach(post -> ids.put("post " + post.post(), UUID.randomUUID()));
        return new ImportFiles(files, Set.of(PACK, new PackId("city-of-london", "2006-04-13")), Map.of(), today, ids);
    }
}
