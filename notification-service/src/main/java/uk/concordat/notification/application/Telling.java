package uk.concordat.notification.application;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.notification.domain.About;
import uk.concordat.notification.domain.Notice;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.people.PersonId;

/**
 * Tells people of deadlines. Who is told of a breach, the owner of the case has decided. Nobody is told twice of the same
 * breach, or of the same change, by whichever way it is heard of a second time.
 */
@ApplicationScoped
public class Telling {

    private final MailIdentity mail;

    public Telling(MailIdentity mail) {
        this.mail = mail;
    }

    /** Somebody who has been told of an earlier revision of a deadline, and as what. */
    record ToldBefore(UUID deadlineId, UUID person, String toldAs) {

        /** Whether they were told because it was they who owed it. */
        boolean isAnswerable() {
            return toldAs.equals(ToldAs.RESPONSIBLE_OFFICER.code()) || toldAs.equals(ToldAs.RESPONSIBLE_MEMBER.code());
        }
    }

    /** Who has been told anything of an earlier revision, each once and as what they were told last. */
    Pending<ToldBefore> before(RoundTrip roundTrip, Transaction transaction, UUID deadlineId, int revision) {
        return roundTrip.query(
                """
                select distinct on (person) person, told_as from notification
                where tenant = ? and deadline_id = ? and revision < ? order by person, id desc""",
                row -> new ToldBefore(deadlineId, row.getObject("person", UUID.class), row.getString("told_as")),
                transaction.tenant().key(),
                deadlineId,
                revision);
    }

    /**
     * Puts it into the person's inbox and, if they have an address and have not chosen otherwise, among the mail to be sent.
     *
     * @param breach the revision at which the breach was confirmed; only of a breach
     */
    void tell(
            RoundTrip roundTrip,
            Transaction transaction,
            Directory council,
            UUID person,
            String toldAs,
            Notice notice,
            Optional<Integer> breach) {
        if ((notice.about() == About.BREACHED) != breach.isPresent()) {
            throw new IllegalArgumentException("Of a breach, and only of one, it is said which it is");
        }
        roundTrip.update(
                """
                with told as (insert into notification (tenant, id, person, about, told_as, case_source, case_subject, reference,
                  deadline_id, revision, breach, rung, kind, due_on, due_before, basis_source, rule, paragraph, reading,
                  ladder_working_days, told_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing returning tenant, id, person)
                insert into mail (tenant, notification, message_id)
                select told.tenant, told.id, '<' || told.id || '@' || ? || '>' from told
                where ? and coalesce((select preference.mail from preference
                  where preference.tenant = told.tenant and preference.person = told.person), true)""",
                transaction.tenant().key(),
                Generators.timeBasedEpochGenerator().generate(),
                person,
                notice.about().code(),
                toldAs,
                notice.of().source(),
                notice.of().subject(),
                notice.reference(),
                notice.deadlineId(),
                notice.revision(),
                breach.orElse(null),
                notice.rung(),
                notice.kind(),
                notice.dueOn(),
                notice.before().orElse(null),
                notice.basis().source(),
                notice.basis().rule(),
                notice.basis().paragraph(),
                notice.basis().reading(),
                notice.ladderWorkingDays().orElse(null),
                transaction.now(),
                mail.domain(),
                mail.sendsMail() && hasAddress(council, person));
    }

    private static boolean hasAddress(Directory council, UUID person) {
        return council.person(new PersonId(person))
                .flatMap(PersonDocument::email)
                .isPresent();
    }
}
