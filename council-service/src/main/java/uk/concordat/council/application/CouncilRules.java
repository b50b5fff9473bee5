package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Profile;
import uk.concordat.kit.problem.NotNow;
import uk.concordat.kit.protocol.MissingPack;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;

/** The protocol that a council goes by. */
@ApplicationScoped
public class CouncilRules {

    private final PackLibrary packs;

    public CouncilRules(PackLibrary packs) {
        this.packs = packs;
    }

    /**
     * The protocol in force on a day; empty while none is.
     *
     * @throws NotNow if its pack is not here: whom it names, and what it says, is not to be guessed
     */
    public Optional<Pack> on(LocalDate day, CouncilState state) {
        return state.profile().stream()
                .flatMap(profile -> profile.protocolOn(day).stream())
                .findFirst()
                .map(Profile.Adopted::pack)
                .map(this::here);
    }

    /**
     * What each pack says of groups, of those that say something.
     *
     * @param adopted those that must be here
     * @throws NotNow if one of them is not
     */
    Map<PackId, GroupTerms> groupTerms(Collection<Profile.Adopted> adopted) {
        adopted.forEach(each -> here(each.pack()));
        Map<PackId, GroupTerms> terms = new HashMap<>();
        packs.ids().forEach(id -> packs.pack(id).groups().ifPresent(groups -> terms.put(id, groups)));
        return terms;
    }

    private Pack here(PackId pack) {
        return packs.find(pack).orElseThrow(() -> MissingPack.of(pack));
    }

    /** Whether a pack is here, or has been put here a moment ago; one that is being written is waited for. */
    boolean hasCome(PackId pack) {
        return packs.seek(pack).isPresent();
    }

    /** The packs that there are. */
    Set<PackId> packs() {
        return packs.ids();
    }
}
