package uk.concordat.council.application;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Profile;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.ETag;

/**
 * What of a council its officers write down, one kind of act each. Its tag says whether it is as it was seen: the
 * council's stream moves on with every import and with all that a directory says, which is nothing to it.
 *
 * @param facts what it is made of
 */
public record Part(Function<CouncilState, Object> facts) {

    /** What the council sets for itself, and how that came to be. */
    public static Part settings() {
        return new Part(CouncilState::settings);
    }

    /** The protocols that it goes by, and what has been written down of them. */
    public static Part adoptions() {
        return new Part(state -> List.of(protocols(state), state.adoptions()));
    }

    /** What is, or was to be, in force from a day. */
    public static Part adoption(LocalDate from) {
        return new Part(state -> List.of(
                protocols(state).stream()
                        .filter(adopted -> adopted.from().equals(from))
                        .toList(),
                state.adoptions().acts().stream()
                        .filter(act -> act.from().equals(from))
                        .toList()));
    }

    private static List<Profile.Adopted> protocols(CouncilState state) {
        return state.profile().map(Profile::protocols).orElse(List.of());
    }

    /** All days that are proclaimed, and all closures. */
    public static Part calendar() {
        return new Part(state -> state.profile().map(Profile::calendarVersion));
    }

    public static Part nonWorkingDay(LocalDate day) {
        return new Part(state -> state.proclamation(day));
    }

    public static Part closure(LocalDate from) {
        return new Part(state -> state.closures().from(from));
    }

    public ETag tag(Stream<CouncilState, CouncilEvent> stream) {
        return ETag.ofPart(facts.apply(stream.state()));
    }
}
