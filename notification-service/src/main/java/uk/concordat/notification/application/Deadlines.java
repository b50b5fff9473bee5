package uk.concordat.notification.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.domain.About;
import uk.concordat.notification.domain.Basis;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.notification.domain.LocalTimes;
import uk.concordat.notification.domain.Mentioned;
import uk.concordat.notification.domain.Notice;
import uk.concordat.notification.domain.Status;
import uk.concordat.notification.domain.Watched;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

/** What owners say of their deadlines: noted, and whoever is to know of it told. */
@ApplicationScoped
public class Deadlines {

    private final DeadlineWatch watch;
    private final Telling telling;
    private final Directories directories;

    public Deadlines(DeadlineWatch watch, Telling telling, Directories directories) {
        this.watch = watch;
        this.telling = telling;
        this.directories = directories;
    }

    /** What a message says of the deadlines of a case, and when it was recorded; empty where it does not say when. */
    public record Mentions(
            CaseReference of,
            String reference,
            List<DeadlineMention> deadlines,
            Optional<Instant> at,
            Optional<String> traceparent) {}

    /** @throws NotYet if the council, or people to be told, or the post they stand in, are not known to the replica yet */
    public void mentioned(Transaction transaction, Mentions mentions) {
        RoundTrip loading = transaction.roundTrip();
        Pending<Long> version = directories.version(loading, transaction);
        Pending<WatchedDeadline> known = watch.known(
                loading,
                transaction,
                mentions.deadlines().stream().map(DeadlineMention::deadlineId).toList());
        List<Pending<Telling.ToldBefore>> toldBefore = mentions.deadlines().stream()
                .filter(Deadlines::isChanged)
                .map(mention -> telling.before(loading, transaction, mention.deadlineId(), mention.revision()))
                .toList();
        loading.send();
        Directory council = directories
                .at(version, transaction)
                .orElseThrow(() -> new NotYet("the council " + transaction.tenant()));
        Map<UUID, Watched> watched = known.list().stream()
                .collect(Collectors.toMap(
                        WatchedDeadline::id, WatchedDeadline::watched, (_, last) -> last, HashMap::new));
        LocalTimes times = CouncilTimes.of(council, transaction.now());
        RoundTrip writing = transaction.roundTrip();
        for (DeadlineMention mention : mentions.deadlines()) {
            Optional<Watched> before = Optional.ofNullable(watched.get(mention.deadlineId()));
            Watched.after(before, mentioned(mention, mentions.at().orElse(transaction.now())), times)
                    .ifPresent(after -> {
                        watch.note(writing, transaction, mentions, mention, after);
                        watched.put(mention.deadlineId(), after);
                        var news = new News(mentions, mention, before, after, council, times);
                        tell(writing, transaction, news, toldBefore);
                    });
        }
        writing.send();
    }

    /** A mention, and what was watched before and after it. */
    private record News(
            Mentions of,
            DeadlineMention mention,
            Optional<Watched> before,
            Watched after,
            Directory council,
            LocalTimes times) {

        Notice notice(About about) {
            return new Notice(
                    about,
                    of.of(),
                    of.reference(),
                    mention.deadlineId(),
                    mention.revision(),
                    rung(),
                    mention.kind(),
                    mention.dueOn(),
                    about == About.BREACHED ? Optional.empty() : before.map(Watched::dueOn),
                    new Basis(
                            mention.basis().source(),
                            mention.basis().rule(),
                            mention.basis().paragraph(),
                            mention.basis().reading()),
                    rung() == 0 ? Optional.empty() : times.rungWorkingDays());
        }

        private int rung() {
            return mention.rung().orElse(0);
        }
    }

    private void tell(
            RoundTrip writing, Transaction transaction, News news, List<Pending<Telling.ToldBefore>> toldBefore) {
        switch (news.mention().action()) {
            case BREACHED, REASSIGNED -> tellOfBreach(writing, transaction, news);
            case MOVED -> tellOfChange(writing, transaction, news, About.MOVED, toldBefore);
            case ANNULLED -> tellOfChange(writing, transaction, news, About.ANNULLED, toldBefore);
            case SET, MET, MET_LATE, WITHDRAWN, SPARED -> {
                // Nothing that anybody is told of.
            }
        }
    }

    private void tellOfBreach(RoundTrip writing, Transaction transaction, News news) {
        Notice notice = news.notice(About.BREACHED);
        Optional<Integer> breach = news.after().breach().or(() -> Optional.of(notice.revision()));
        for (DeadlineMention.ToldMention told : news.mention().told()) {
            if (news.council().person(new PersonId(told.personId())).isEmpty()) {
                throw new NotYet("the person " + told.personId());
            }
            telling.tell(writing, transaction, news.council(), told.personId(), told.toldAs(), notice, breach);
        }
    }

    private void tellOfChange(
            RoundTrip writing,
            Transaction transaction,
            News news,
            About about,
            List<Pending<Telling.ToldBefore>> toldBefore) {
        Notice notice = news.notice(about);
        List<Telling.ToldBefore> told = toldBefore.stream()
                .flatMap(before -> before.list().stream())
                .filter(before -> before.deadlineId().equals(notice.deadlineId()))
                .toList();
        Directory council = news.council();
        LocalDate today = council.day(transaction.now());
        told.stream()
                .filter(before -> isInOffice(new PersonId(before.person()), today, council))
                .forEach(before -> telling.tell(
                        writing, transaction, council, before.person(), before.toldAs(), notice, Optional.empty()));
        // Whoever has come to the post since hears of it too, though it was their predecessor who was told.
        if (told.stream().anyMatch(Telling.ToldBefore::isAnswerable)) {
            Responsible responsible = responsible(news.mention());
            awaitHolders(responsible, today, council);
            String as = Answerable.as(responsible).code();
            Answerable.on(today, responsible, council)
                    .ifPresent(person ->
                            telling.tell(writing, transaction, council, person.value(), as, notice, Optional.empty()));
        }
    }

    private static boolean isInOffice(PersonId person, LocalDate day, Directory council) {
        return council.person(person).filter(known -> known.on(day)).isPresent();
    }

    private static Responsible responsible(DeadlineMention mention) {
        return new Responsible(
                mention.responsible().postId().map(PostId::new),
                new PersonId(mention.responsible().personId()));
    }

    private static void awaitHolders(Responsible responsible, LocalDate day, Directory council) {
        responsible.postId().ifPresent(id -> {
            PostDocument post = council.post(id).orElseThrow(() -> new NotYet("the post " + id.value()));
            for (PostDocument.Holder holder : post.holders()) {
                if (holder.on(day)
                        && council.person(new PersonId(holder.person())).isEmpty()) {
                    throw new NotYet("the person " + holder.person());
                }
            }
        });
    }

    private static Mentioned mentioned(DeadlineMention mention, Instant at) {
        return new Mentioned(
                mention.revision(),
                mention.action(),
                mention.status().map(Status::of),
                mention.rung().orElse(0),
                mention.dueOn(),
                mention.dueAt(),
                mention.climbs().orElse(false),
                at);
    }

    private static boolean isChanged(DeadlineMention mention) {
        return switch (mention.action()) {
            case MOVED, ANNULLED -> true;
            case SET, REASSIGNED, MET, MET_LATE, WITHDRAWN, BREACHED, SPARED -> false;
        };
    }
}
