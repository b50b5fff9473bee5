package uk.concordat.council.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Profile;
import uk.concordat.protocols.pack.Pack;
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
                .flatMap(profile -> profile.protocols().stream())
                .filter(adopted -> !adopted.from().isAfter(day))
                .max(Comparator.comparing(Profile.Adopted::from))
                .flatMap(adopted -> packs.find(adopted.pack()));
    }
}
