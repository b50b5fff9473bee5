package uk.concordat.council.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.concordat.council.domain.OpenTerms;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.pack.OfficerToMemberTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.UnstatedTerm;

/** A protocol as a table of parameters, the same rows for every council, each with what it rests on. */
final class Parameters {

    private static final List<String> KINDS =
            List.of("acknowledgement", "first-response", "full-response", "promised-response");

    private Parameters() {}

    static List<ParameterBody> of(Pack pack, LocalSettings settings) {
        EnquiryTerms terms = pack.enquiries();
        List<ParameterBody> rows = new ArrayList<>();
        KINDS.forEach(kind -> rows.add(limit(kind, kind, terms.clocks(), terms.unstated())));
        rows.add(ParameterBody.stated(
                "channels that start the clocks", String.join(", ", terms.channels()), terms.channelsRule()));
        rows.add(terms.addressee()
                .map(it -> ParameterBody.byPolicy(
                        "what is not purely factual",
                        "first to a " + String.join(", ", it.roles()) + ", or with a reason",
                        it.policy(),
                        it.citation()))
                .orElseGet(() -> ParameterBody.unknown("what is not purely factual")));
        rows.add(terms.acknowledgement()
                .map(it -> ParameterBody.byPolicy(
                        "what an acknowledgement holds", words(it.policy()), it.policy(), it.citation()))
                .orElseGet(() -> ParameterBody.unknown("what an acknowledgement holds")));
        rows.add(terms.answerSettlesAcknowledgement()
                .map(it -> ParameterBody.stated("an answer settles an open acknowledgement", "yes", it))
                .orElseGet(() -> ParameterBody.unknown("an answer settles an open acknowledgement")));
        rows.add(terms.holdingReply()
                .map(it -> ParameterBody.byPolicy("holding reply", words(it.policy()), it.policy(), it.citation()))
                .orElseGet(() -> ParameterBody.unknown("holding reply")));
        rows.add(terms.holdingReply()
                .map(it -> ParameterBody.stated("a holding reply sets a new date", "no", it.setsNoDate()))
                .orElseGet(() -> ParameterBody.unknown("a holding reply sets a new date")));
        rows.add(terms.timescale()
                .map(it -> ParameterBody.byPolicy(
                        "a promised date is revised", words(it.policy()), it.policy(), it.citation()))
                .orElseGet(() -> ParameterBody.unknown("a promised date is revised")));
        OfficerToMemberTerms other = terms.officerToMember();
        rows.add(limit(
                "a member's answer to an officer, as a target", "first-response", other.clocks(), other.unstated()));
        rows.add(pack.groups()
                .map(it -> ParameterBody.stated("a political group", group(it), it.citation()))
                .orElseGet(() -> ParameterBody.unknown("a political group")));
        rows.add(pack.groups()
                .flatMap(GroupTerms::leaderOfTheOpposition)
                .map(it -> ParameterBody.byPolicy(
                        "leader of the opposition", words(it.policy()), it.policy(), it.citation()))
                .orElseGet(() -> ParameterBody.unknown("leader of the opposition")));
        rows.add(ParameterBody.local("a reminder before a date", settings.reminderWorkingDays()));
        rows.add(ParameterBody.local("from one rung of the ladder to the next", settings.rungWorkingDays()));
        rows.add(ParameterBody.local("a follow-up reopens within", settings.followUpWorkingDays()));
        OpenTerms.KINDS.forEach(kind -> rows.add(ParameterBody.localTarget(
                "a target of its own: " + kind, target(OpenTerms.MEMBER_TO_OFFICER, kind, settings))));
        rows.add(ParameterBody.localTarget(
                "a target of its own: what a member answers an officer",
                target(OpenTerms.OFFICER_TO_MEMBER, "first-response", settings)));
        rows.add(ParameterBody.localInWords(
                "no mail is sent", settings.quietHours().map(hours -> "%s to %s".formatted(hours.from(), hours.to()))));
        return List.copyOf(rows);
    }

    private static Optional<Integer> target(String direction, String kind, LocalSettings settings) {
        return settings.targets().stream()
                .filter(target ->
                        target.direction().equals(direction) && target.kind().equals(kind))
                .map(LocalSettings.Target::workingDays)
                .findFirst();
    }

    private static String group(GroupTerms terms) {
        return "%d members or more%s"
                .formatted(
                        terms.minimum(),
                        terms.toldTo()
                                .map(role -> " who have told the " + words(role))
                                .orElse(""));
    }

    private static ParameterBody limit(
            String parameter, String kind, List<ClockTerms> clocks, List<UnstatedTerm> unstated) {
        return clocks.stream()
                .filter(clock -> clock.kind().equals(kind))
                .findFirst()
                .map(clock -> ParameterBody.byPolicy(
                        parameter,
                        ParameterBody.days(clock.workingDays()) + " from receipt",
                        clock.policy(),
                        clock.citation()))
                .or(() -> unstated.stream()
                        .filter(term -> term.kind().equals(kind))
                        .findFirst()
                        .map(term -> ParameterBody.stated(parameter, "none stated", term.citation())))
                .orElseGet(() -> ParameterBody.unknown(parameter));
    }

    private static String words(String policy) {
        return policy.replace('-', ' ');
    }
}
