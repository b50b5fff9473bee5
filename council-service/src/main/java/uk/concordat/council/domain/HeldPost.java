package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.protocols.people.PersonId;

/** A post whose holder changes today. What was before stays as it was, and so does what is settled for later. */
record HeldPost(Post post, LocalDate today) {

    /** Whether somebody may not hold it (CC-32), as no member does whose role it is not, or stands in for whoever does. */
    boolean isClosedTo(Person person) {
        return post.terms().politicallyRestricted() && !PersonKind.isOfficer(person.kind())
                || GenericRole.closedTo(person.kind(), post.roles()).isPresent()
                || post.deputies().stream()
                        .filter(this::isNotOver)
                        .anyMatch(deputy -> deputy.person().equals(person.id()));
    }

    /** Whether there is such a post today. */
    boolean isThere() {
        return new Span(post.from(), post.to()).on(today);
    }

    boolean isHeldBy(PersonId person) {
        return present().filter(holder -> holder.person().equals(person)).isPresent();
    }

    /** Held by somebody until whoever comes next, or the post ends: from today, or since they hold it. */
    Post by(PersonId person) {
        Optional<Post.Holder> already =
                present().filter(holder -> holder.person().equals(person));
        if (already.filter(holder -> holder.to().equals(lastDay())).isPresent()) {
            return post;
        }
        List<Post.Holder> holders = already.map(this::without).orElseGet(() -> until(today.minusDays(1)));
        holders.add(new Post.Holder(person, already.map(Post.Holder::from).orElse(today), lastDay()));
        return with(holders);
    }

    private Optional<LocalDate> lastDay() {
        Stream<LocalDate> next = post.holders().stream()
                .map(Post.Holder::from)
                .filter(from -> from.isAfter(today))
                .map(from -> from.minusDays(1));
        return Stream.concat(next, post.to().stream()).min(Comparator.naturalOrder());
    }

    private List<Post.Holder> without(Post.Holder holder) {
        List<Post.Holder> others = new ArrayList<>(post.holders());
        others.remove(holder);
        return others;
    }

    /** Vacant from tomorrow, if one of these holds it today. */
    Post left(List<PersonId> people) {
        return present()
                .filter(holder -> people.contains(holder.person()))
                .map(_ -> with(until(today)))
                .orElse(post);
    }

    private Optional<Post.Holder> present() {
        return post.holders().stream()
                .filter(holder -> !holder.from().isAfter(today) && isNotOver(holder))
                .findFirst();
    }

    private boolean isNotOver(Post.Holder holder) {
        return holder.to().filter(last -> last.isBefore(today)).isEmpty();
    }

    private List<Post.Holder> until(LocalDate last) {
        List<Post.Holder> holders = new ArrayList<>();
        for (Post.Holder holder : post.holders()) {
            if (holder.from().isAfter(today) || !isNotOver(holder)) {
                holders.add(holder);
            } else if (!holder.from().isAfter(last)) {
                holders.add(new Post.Holder(holder.person(), holder.from(), Optional.of(last)));
            }
        }
        return holders;
    }

    private Post with(List<Post.Holder> holders) {
        return new Post(
                post.id(),
                post.key(),
                post.title(),
                post.roles(),
                post.reportsTo(),
                holders.stream().sorted(Comparator.comparing(Post.Holder::from)).toList(),
                post.from(),
                post.to(),
                post.deputies(),
                post.terms(),
                post.earlier());
    }
}
