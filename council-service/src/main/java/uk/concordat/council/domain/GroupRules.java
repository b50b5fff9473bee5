package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.PackId;

/**
 * What the protocols that a council has adopted say of groups, on each day the one in force.
 *
 * @param terms of the packs that say something of groups
 */
record GroupRules(List<Profile.Adopted> adopted, Map<PackId, GroupTerms> terms) {

    Optional<GroupTerms> on(LocalDate day) {
        return adopted.stream()
                .filter(protocol -> !protocol.from().isAfter(day))
                .max(Comparator.comparing(Profile.Adopted::from))
                .flatMap(protocol -> Optional.ofNullable(terms.get(protocol.pack())));
    }

    /** The days from which another one is in force. */
    List<LocalDate> beginnings() {
        return adopted.stream().map(Profile.Adopted::from).toList();
    }
}
