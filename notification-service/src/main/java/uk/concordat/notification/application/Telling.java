package uk.concordat.notification.application;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.kit.messaging.DeadlineMention;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/**
 * Tells people of a breach that the owner of the case has confirmed: the responsible officer and the line manager. Where
 * the manager's post is vacant it passes at once to the next above; who stands there is asked now.
 */
@ApplicationScoped
public class Telling {

    void ofBreach(
            RoundTrip roundTrip,
            Transaction transaction,
            Directory directory,
            CaseReference of,
            String reference,
            DeadlineMention breached) {
        LocalDate today = directory.day(transaction.now());
        PostId post = new PostId(breached.responsible().postId().orElseThrow());
        PersonId officer = new PersonId(breached.responsible().personId());
        if (directory.person(officer).isEmpty()) {
            throw new NotYet("the responsible officer " + officer.value());
        }
        tell(roundTrip, transaction, officer, "responsible-officer", of, reference, breached);
        lineManager(directory, post, officer, today)
                .ifPresent(manager -> tell(roundTrip, transaction, manager, "line-manager", of, reference, breached));
    }

    private static Optional<PersonId> lineManager(Directory directory, PostId post, PersonId officer, LocalDate today) {
        known(directory, post);
        return directory.lineAbove(post).stream()
                .flatMap(above -> holder(directory, known(directory, above), today).stream())
                .filter(holder -> !holder.equals(officer))
                .findFirst();
    }

    /** A post that is not known yet is not a vacant one. */
    private static PostDocument known(Directory directory, PostId post) {
        return directory.post(post).orElseThrow(() -> new NotYet("the post " + post.value()));
    }

    /** Who holds the post; somebody who has left the council leaves it vacant. */
    private static Optional<PersonId> holder(Directory directory, PostDocument post, LocalDate today) {
        return post.holderOn(today)
                .map(PersonId::new)
                .filter(holder -> directory
                        .person(holder)
                        .orElseThrow(() -> new NotYet("the person " + holder.value()))
                        .on(today));
    }

    private static void tell(
            RoundTrip roundTrip,
            Transaction transaction,
            PersonId person,
            String toldAs,
            CaseReference of,
            String reference,
            DeadlineMention breached) {
        // Who has been told of this breach is not told again, by whichever way it is heard of a second time.
        roundTrip.update(
                """
                insert into notification (tenant, id, person, told_as, case_source, case_subject, reference, deadline_id,
                  revision, rung, kind, due_on, basis_source, rule, paragraph, told_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict on constraint told_once do nothing""",
                transaction.tenant().key(),
                Generators.timeBasedEpochGenerator().generate(),
                person.value(),
                toldAs,
                of.source(),
                of.subject(),
                reference,
                breached.deadlineId(),
                breached.revision(),
                breached.rung().orElse(0),
                breached.kind(),
                breached.dueOn(),
                breached.basis().source(),
                breached.basis().rule(),
                breached.basis().paragraph(),
                transaction.now());
    }
}
