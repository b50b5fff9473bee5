package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import uk.concordat.council.domain.CouncilState;
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

    /** The protocol in force on a day; empty while none is. */
    public Optional<Pack> on(LocalDate day, CouncilState state) {
        return state.profile().stream()
                .flatMap(profile -> profile.protocolOn(day).stream())
                .findFirst()
                .flatMap(adopted -> packs.find(adopted.pack()));
    }

    /** The packs that there are. */
    Set<PackId> packs() {
        return packs.ids();
    }
}
