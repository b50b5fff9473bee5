package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.PackId;

/**
 * Take a council's files in, whole or not at all.
 *
 * @param packs the packs that exist
 * @param groupTerms what those packs say of groups that say something
 * @param today in the council
 * @param master whose word counts where a directory speaks of people too
 * @param newIds an id for each username and each post's key, used for those that are new
 * @param postsOfGroups the keys of the posts whose holders groups of the directory name, whatever the files say of them
 * @param packsLeftOut why files of packs were not taken in, one of which may be that which is looked for
 */
public record ImportFiles(
        CouncilFiles files,
        Set<PackId> packs,
        Map<PackId, GroupTerms> groupTerms,
        LocalDate today,
        PeopleMaster master,
        Map<String, UUID> newIds,
        Set<String> postsOfGroups,
        List<String> packsLeftOut)
        implements CouncilCommand {

    /** For a council whose files are the master, while every file of packs can be read. */
    public ImportFiles(
            CouncilFiles files,
            Set<PackId> packs,
            Map<PackId, GroupTerms> groupTerms,
            LocalDate today,
            Map<String, UUID> newIds) {
        this(files, packs, groupTerms, today, PeopleMaster.CSV, newIds, Set.of(), List.of());
    }

    ImportFiles with(CouncilFiles others) {
        return new ImportFiles(others, packs, groupTerms, today, master, newIds, postsOfGroups, packsLeftOut);
    }
}
