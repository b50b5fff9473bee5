package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** Held by somebody from today until whoever comes next. */
    Post by(PersonId person) {
        if (present().filter(holder -> holder.person().equals(person)).isPresent()) {
            return post;
        }
        Optional<LocalDate> next = post.holders().stream()
                .map(Post.Holder::from)
                .filter(from -> from.isAfter(today))
                .min(Comparator.naturalOrder());
        List<Post.Holder> holders = until(today.minusDays(1));
        holders.add(new Post.Holder(person, today, next.map(from -> from.minusDays(1))));
        return with(holders);
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
