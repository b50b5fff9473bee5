package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.GroupLine;
import uk.concordat.protocols.pack.GroupTerms;

/**
 * Whether what is called a group is one by the protocol in force: enough councillors, who have told the council (HAR-04). It
 * is asked of the first day and of each day since on which members or protocol change. Days that are still to come say
 * nothing, since who will be elected then is not known.
 */
final class GroupSizeChecks {

    private GroupSizeChecks() {}

    static List<ImportFault> of(List<GroupLine> groups, GroupMembers members, GroupRules rules, LocalDate today) {
        List<ImportFault> faults = new ArrayList<>();
        for (GroupLine group : groups) {
            List<LocalDate> days = days(group, members, rules, today);
            days.stream()
                    .filter(day -> rules.on(day).isPresent())
                    .findFirst()
                    .flatMap(day -> untold(group, rules.on(day).orElseThrow(), day))
                    .ifPresent(faults::add);
            days.stream()
                    .flatMap(day -> rules.on(day).flatMap(terms -> tooFew(group, terms, members, day)).stream())
                    .findFirst()
                    .ifPresent(faults::add);
        }
        return faults;
    }

    private static List<LocalDate> days(GroupLine group, GroupMembers members, GroupRules rules, LocalDate today) {
        return Stream.of(Stream.of(group.from()), members.changes(group.key()), rules.beginnings().stream())
                .flatMap(each -> each)
                .filter(group.life()::on)
                .filter(day -> day.equals(group.from()) || !day.isAfter(today))
                .sorted()
                .distinct()
                .toList();
    }

    private static Optional<ImportFault> untold(GroupLine group, GroupTerms terms, LocalDate day) {
        boolean hasTold = group.told().filter(told -> !told.isAfter(day)).isPresent();
        return terms.toldTo()
                .filter(_ -> !hasTold)
                .map(role -> group.at()
                        .fault(
                                "told",
                                "the group %s had not told the %s on %s that it is one (%s)"
                                        .formatted(group.key(), words(role), day, cited(terms)),
                                "Write the day on which it was told, and let the group begin then."));
    }

    private static Optional<ImportFault> tooFew(
            GroupLine group, GroupTerms terms, GroupMembers members, LocalDate day) {
        int count = members.councillorsOn(group.key(), day);
        return count >= terms.minimum()
                ? Optional.empty()
                : Optional.of(group.at()
                        .fault(
                                "group",
                                "the group %s has %s on %s; a group is %d or more (%s)"
                                        .formatted(group.key(), councillors(count), day, terms.minimum(), cited(terms)),
                                "Name its members in people.csv or group-members.csv, or let it end the day before."));
    }

    private static String councillors(int count) {
        return count == 1 ? "1 councillor" : count + " councillors";
    }

    private static String words(String role) {
        return role.replace('-', ' ');
    }

    private static String cited(GroupTerms terms) {
        return "%s, paragraph %s"
                .formatted(terms.citation().rule(), terms.citation().paragraph());
    }
}
