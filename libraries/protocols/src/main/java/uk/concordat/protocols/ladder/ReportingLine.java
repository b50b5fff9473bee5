package uk.concordat.protocols.ladder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

/**
 * The posts above the one that something falls to, nearest first, as they are held at the moment it is asked. Each rung
 * is the next post up whose holder has not been told; one that is vacant passes at once to the next.
 *
 * @param foot the post that something falls to, as it is held now; empty for one who owes in person
 */
public record ReportingLine(Optional<Step> foot, List<Step> steps) {

    /**
     * A post of the line.
     *
     * @param holder who holds it now; empty while it is vacant
     */
    public record Step(PostId post, Optional<PersonId> holder, ToldAs as) {}

    public ReportingLine {
        steps = List.copyOf(steps);
    }

    /** The line above somebody who owes in person. */
    public ReportingLine(List<Step> steps) {
        this(Optional.empty(), steps);
    }

    /** The line of one who stands under nobody, such as a member. */
    public static ReportingLine none() {
        return new ReportingLine(List.of());
    }

    /**
     * Who is told of the breach itself: whoever holds the post that owes it now, and the nearest above in the line.
     *
     * @param toldBefore who has been told of this breach already, and is not told again
     */
    public Climb first(Responsible officer, Set<PersonId> toldBefore) {
        Optional<PersonId> owing = foot.map(Step::holder).orElse(Optional.of(officer.personId()));
        List<Told> told = new ArrayList<>();
        owing.filter(person -> !toldBefore.contains(person))
                .ifPresent(person -> told.add(new Told(officer.postId(), person, ToldAs.RESPONSIBLE_OFFICER)));
        int nearest = heldFrom(0, owing.orElse(null));
        told.addAll(toldAt(nearest, toldBefore));
        Climb climb = climb(told, 0, nearest, toldBefore);
        return owing.isPresent() ? climb : new Climb(climb.told(), withVacantFoot(climb.passedOver()), climb.climbs());
    }

    private List<PassedOver> withVacantFoot(List<PassedOver> above) {
        return Stream.concat(foot.stream().map(step -> new PassedOver(step.post())), above.stream())
                .toList();
    }

    /** Who is told next: the nearest above all who have been told of this breach; nobody where the line has ended. */
    public Climb next(Set<PersonId> toldBefore) {
        int from = lastOf(toldBefore) + 1;
        int nearest = heldFrom(from, null);
        return climb(toldAt(nearest, toldBefore), from, nearest, toldBefore);
    }

    private Climb climb(List<Told> told, int from, int nearest, Set<PersonId> toldBefore) {
        List<PassedOver> passedOver = told.isEmpty()
                ? List.of()
                : steps.subList(from, Math.min(nearest, steps.size())).stream()
                        .filter(step -> step.holder().isEmpty())
                        .map(step -> new PassedOver(step.post()))
                        .toList();
        Set<PersonId> all = new HashSet<>(toldBefore);
        told.forEach(each -> all.add(each.person()));
        boolean climbs = steps.stream()
                .skip(lastOf(all) + 1L)
                .anyMatch(step -> step.holder().isPresent());
        return new Climb(told, passedOver, climbs);
    }

    private List<Told> toldAt(int step, Set<PersonId> toldBefore) {
        return steps.stream()
                .skip(step)
                .limit(1)
                .flatMap(it -> it
                        .holder()
                        .filter(holder -> !toldBefore.contains(holder))
                        .map(holder -> new Told(Optional.of(it.post()), holder, it.as()))
                        .stream())
                .toList();
    }

    /** The nearest step from there that somebody else holds; after the last where there is none. */
    private int heldFrom(int first, @Nullable PersonId beside) {
        int step = first;
        while (step < steps.size()
                && steps.get(step)
                        .holder()
                        .filter(holder -> !holder.equals(beside))
                        .isEmpty()) {
            step++;
        }
        return step;
    }

    /** The highest step whose holder is among them; -1 where there is none. */
    private int lastOf(Set<PersonId> people) {
        return IntStream.range(0, steps.size())
                .filter(step ->
                        steps.get(step).holder().filter(people::contains).isPresent())
                .max()
                .orElse(-1);
    }
}
