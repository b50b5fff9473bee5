package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a council's directory says of a person and the register does not follow: since the council's files are the master,
 * or, of their groups, since they do not hold the post that one stands for.
 *
 * @param field as SCIM calls it
 */
public record ProvisioningLoss(String username, String field) {

    /** All that differs today. */
    public static List<ProvisioningLoss> of(CouncilState state, PostsOfGroups posts, LocalDate today) {
        Stream<ProvisioningLoss> ofPeople = state.provisioning().all().stream()
                .filter(provisioned -> !provisioned.feeds())
                .flatMap(provisioned -> state.person(provisioned.id()).stream()
                        .flatMap(person -> of(person, provisioned.entry(), today)));
        Stream<ProvisioningLoss> ofGroups = posts.withoutPost(state, today)
                .distinct()
                .flatMap(member -> state.person(member).stream())
                .map(person -> new ProvisioningLoss(person.username(), "groups"));
        return Stream.concat(ofPeople, ofGroups)
                .sorted(Comparator.comparing(loss -> loss.username() + " " + loss.field()))
                .toList();
    }

    private static Stream<ProvisioningLoss> of(Person person, DirectoryEntry entry, LocalDate today) {
        return Stream.of(
                        lost(person, "userName", entry.userName().equals(person.username())),
                        lost(person, "displayName", agrees(entry.saidName(), Optional.of(person.name()))),
                        lost(person, "emails", agrees(entry.email(), person.email())),
                        lost(person, "active", entry.active() == Provisioned.isActive(person, today)))
                .flatMap(Optional::stream);
    }

    /** Who says nothing loses nothing. */
    private static boolean agrees(Optional<String> said, Optional<String> recorded) {
        return said.isEmpty() || said.equals(recorded);
    }

    private static Optional<ProvisioningLoss> lost(Person person, String field, boolean agrees) {
        return agrees ? Optional.empty() : Optional.of(new ProvisioningLoss(person.username(), field));
    }
}
