package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.concordat.council.domain.AdoptionEvent.AdoptionWithdrawn;
import uk.concordat.council.domain.AdoptionEvent.ProtocolAdopted;
import uk.concordat.council.domain.AdoptionRefusal.Reason;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.pack.AdoptionTerms;
import uk.concordat.protocols.pack.Pack;

/**
 * From when a protocol may be in force, and who writes it down: whom the one in force names, or else the Head of Paid
 * Service. Cases keep the protocol of their receipt, so no day that is over gets another one.
 */
public final class AdoptionRules {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int MOST_YEARS_AHEAD = 5;

    private AdoptionRules() {}

    /** The roles of the posts whose holders write it down. */
    public static List<String> adoptedBy(Optional<Pack> present) {
        return Authority.ADOPT.rolesOr(present.flatMap(Pack::adoption).map(AdoptionTerms::by));
    }

    static Decision<CouncilEvent, AdoptionRefusal> adopt(AdoptProtocol command, CouncilState state) {
        Profile profile = profile(state);
        LocalDate today = LocalDate.ofInstant(command.now(), profile.zone());
        return notYours(command.roles(), command.present())
                .or(() -> unknownPack(command))
                .or(() -> wrongDay(command.from(), today, profile))
                .<Decision<CouncilEvent, AdoptionRefusal>>map(Decision::refuse)
                .orElseGet(() -> profile.protocolOn(command.from())
                                .filter(adopted -> adopted.pack().equals(command.pack()))
                                .isPresent()
                        ? refuse(
                                Reason.ALREADY_ADOPTED,
                                "%s is, or will be, in force on that day already.".formatted(command.pack()))
                        : Decision.accept(new ProtocolAdopted(
                                command.pack(), command.from(), command.reason(), command.by(), command.now())));
    }

    static Decision<CouncilEvent, AdoptionRefusal> withdraw(WithdrawAdoption command, CouncilState state) {
        Profile profile = profile(state);
        Optional<AdoptionRefusal> notYours = notYours(command.roles(), command.present());
        if (notYours.isPresent()) {
            return Decision.refuse(notYours.get());
        }
        Optional<Profile.Adopted> adopted = profile.protocols().stream()
                .filter(protocol -> protocol.from().equals(command.from()))
                .findFirst();
        if (adopted.isEmpty()) {
            return refuse(Reason.NOT_ADOPTED, "No protocol is, or is any longer, to be in force from that day.");
        }
        return command.from().isAfter(LocalDate.ofInstant(command.now(), profile.zone()))
                ? Decision.accept(new AdoptionWithdrawn(
                        adopted.get().pack(), command.from(), command.reason(), command.by(), command.now()))
                : refuse(
                        Reason.IN_FORCE,
                        "It has come into force; adopt another from today or a later day, and cases keep the one of their receipt.");
    }

    private static Optional<AdoptionRefusal> notYours(Set<String> roles, Optional<Pack> present) {
        List<String> mayAdopt = adoptedBy(present);
        return mayAdopt.stream().anyMatch(roles::contains)
                ? Optional.empty()
                : Optional.of(new AdoptionRefusal(
                        Reason.NOT_YOURS_TO_ADOPT,
                        "Only who holds a post as %s today may write down which protocol is adopted."
                                .formatted(String.join(" or ", mayAdopt)),
                        present.flatMap(Pack::adoption).map(AdoptionTerms::citation)));
    }

    private static Optional<AdoptionRefusal> unknownPack(AdoptProtocol command) {
        return command.packs().contains(command.pack())
                ? Optional.empty()
                : Optional.of(refusal(
                        Reason.UNKNOWN_PACK,
                        "There is no such pack, or not in that version. There are: %s."
                                .formatted(command.packs().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", ")))));
    }

    /** Before any protocol has been in force there is no case that one could have been kept for. */
    private static Optional<AdoptionRefusal> wrongDay(LocalDate from, LocalDate today, Profile profile) {
        if (from.isBefore(EARLIEST) || from.isAfter(today.plusYears(MOST_YEARS_AHEAD))) {
            return Optional.of(refusal(
                    Reason.DAY_TOO_FAR, "Protocols are adopted from the year 2000 on and up to five years ahead."));
        }
        return from.isBefore(today) && profile.protocolOn(today).isPresent()
                ? Optional.of(refusal(
                        Reason.DAY_OVER,
                        "A protocol is in force already, and days that are over keep it. Name today or a day ahead."))
                : Optional.empty();
    }

    private static Profile profile(CouncilState state) {
        return state.profile()
                .orElseThrow(() -> new IllegalArgumentException("A council that is not known adopts nothing"));
    }

    private static AdoptionRefusal refusal(Reason reason, String detail) {
        return new AdoptionRefusal(reason, detail, Optional.empty());
    }

    private static Decision<CouncilEvent, AdoptionRefusal> refuse(Reason reason, String detail) {
        return Decision.refuse(refusal(reason, detail));
    }
}
