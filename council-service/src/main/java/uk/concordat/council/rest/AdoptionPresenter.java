package uk.concordat.council.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.AdoptionEvent;
import uk.concordat.council.domain.AdoptionEvent.AdoptionWithdrawn;
import uk.concordat.council.domain.AdoptionEvent.ProtocolAdopted;
import uk.concordat.council.domain.CouncilState;
import uk.concordat.council.domain.Profile;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;

/** A council's protocols over time, as its people see them. */
final class AdoptionPresenter {

    private final Situation situation;
    private final CouncilState state;

    AdoptionPresenter(Situation situation, CouncilState state) {
        this.situation = situation;
        this.state = state;
    }

    List<AdoptionBodies.Adoption> all() {
        return Stream.concat(standing(), fallen())
                .sorted(Comparator.comparing(AdoptionBodies.Adoption::from))
                .toList();
    }

    /** What is, or last was, to be in force from that day, if anything was. */
    Optional<AdoptionBodies.Adoption> from(LocalDate from) {
        return standing()
                .filter(adoption -> adoption.from().equals(from))
                .findFirst()
                .or(() -> fallen().filter(adoption -> adoption.from().equals(from))
                        .reduce((_, later) -> later));
    }

    /** Those that are, were or will be in force. */
    private Stream<AdoptionBodies.Adoption> standing() {
        Optional<Profile.Adopted> inForce = state.profile().flatMap(profile -> profile.protocolOn(situation.today()));
        return state.profile().stream()
                .flatMap(profile -> profile.protocols().stream())
                .map(adopted -> {
                    Optional<ProtocolAdopted> officer = officer(adopted);
                    return adoption(
                            adopted.pack(),
                            adopted.from(),
                            inForce.filter(adopted::equals).isPresent()
                                    ? "in-force"
                                    : adopted.from().isAfter(situation.today()) ? "ahead" : "past",
                            officer.map(AdoptionPresenter.this::act),
                            Optional.empty());
                });
    }

    private Optional<ProtocolAdopted> officer(Profile.Adopted adopted) {
        return state.adoptions().lastOf(adopted.from()).flatMap(act -> switch (act) {
            case ProtocolAdopted standing ->
                Optional.of(standing).filter(it -> it.pack().equals(adopted.pack()));
            case AdoptionWithdrawn _ -> Optional.empty();
        });
    }

    /** Those that were withdrawn, or gave way to another from the same day. */
    private Stream<AdoptionBodies.Adoption> fallen() {
        List<AdoptionBodies.Adoption> fallen = new ArrayList<>();
        List<AdoptionEvent> acts = state.adoptions().acts();
        for (int i = 0; i < acts.size(); i++) {
            AdoptionEvent act = acts.get(i);
            Optional<AdoptionEvent> next = acts.stream()
                    .skip(i + 1L)
                    .filter(later -> later.from().equals(act.from()))
                    .findFirst();
            switch (act) {
                case ProtocolAdopted adopted ->
                    next.ifPresent(later -> fallen.add(
                            switch (later) {
                                case AdoptionWithdrawn withdrawn -> withdrawn(withdrawn, Optional.of(act(adopted)));
                                case ProtocolAdopted _ ->
                                    adoption(
                                            adopted.pack(),
                                            adopted.from(),
                                            "replaced",
                                            Optional.of(act(adopted)),
                                            Optional.empty());
                            }));
                case AdoptionWithdrawn withdrawn -> {
                    boolean ofOfficer = acts.stream()
                            .limit(i)
                            .filter(before -> before.from().equals(act.from()))
                            .reduce((_, later) -> later)
                            .filter(ProtocolAdopted.class::isInstance)
                            .isPresent();
                    if (!ofOfficer) {
                        fallen.add(withdrawn(withdrawn, Optional.empty()));
                    }
                }
            }
        }
        return fallen.stream();
    }

    private AdoptionBodies.Adoption withdrawn(AdoptionWithdrawn withdrawn, Optional<AdoptionBodies.Act> adopted) {
        return adoption(withdrawn.pack(), withdrawn.from(), "withdrawn", adopted, Optional.of(act(withdrawn)));
    }

    private static AdoptionBodies.Adoption adoption(
            PackId pack,
            LocalDate from,
            String status,
            Optional<AdoptionBodies.Act> adopted,
            Optional<AdoptionBodies.Act> withdrawn) {
        return new AdoptionBodies.Adoption(
                pack.pack(),
                pack.version(),
                from,
                status,
                adopted.isPresent() ? "officer" : "council.csv",
                adopted,
                withdrawn);
    }

    private AdoptionBodies.Act act(AdoptionEvent event) {
        return switch (event) {
            case ProtocolAdopted adopted -> act(adopted.reason(), adopted.at(), adopted.by());
            case AdoptionWithdrawn withdrawn -> act(withdrawn.reason(), withdrawn.at(), withdrawn.by());
        };
    }

    private AdoptionBodies.Act act(String reason, java.time.Instant at, PersonId by) {
        Directory directory = situation.directory();
        return new AdoptionBodies.Act(reason, at, CalendarBodies.PersonBody.of(by, directory));
    }
}
