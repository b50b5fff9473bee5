package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CouncilFiles.ProfileLine;
import uk.concordat.council.domain.Profile.Adopted;

/**
 * Days that are over keep the protocol that was in force on them: cases of those days have their dates by it. Where none
 * was in force, one may reach back.
 */
final class PastProtocols {

    private PastProtocols() {}

    /** The first day that is over and would have another protocol. */
    static Optional<LocalDate> changed(List<Adopted> before, List<Adopted> after, LocalDate today) {
        return Stream.concat(before.stream(), after.stream())
                .map(Adopted::from)
                .filter(day -> day.isBefore(today))
                .sorted()
                .filter(day -> Profile.inForce(before, day).isPresent()
                        && !Profile.inForce(before, day).equals(Profile.inForce(after, day)))
                .findFirst();
    }

    static ImportFault fault(ProfileLine line) {
        return new ImportFault(
                "council.csv",
                line.line(),
                "from",
                "from %s would change which protocol was in force on days that are over".formatted(line.from()),
                "Let it be in force from today or a later day.");
    }
}
