package uk.concordat.enquiry.application;

import com.fasterxml.uuid.Generators;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.domain.Authority;
import uk.concordat.enquiry.domain.Capacity;
import uk.concordat.enquiry.domain.Channel;
import uk.concordat.enquiry.domain.Departure;
import uk.concordat.enquiry.domain.EnquiryCommand.PutToMember;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryId;
import uk.concordat.enquiry.domain.EnquiryKind;
import uk.concordat.enquiry.domain.EnquiryRefusal;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.LocalTarget;
import uk.concordat.enquiry.domain.ReceiptDate;
import uk.concordat.enquiry.domain.Standing;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.command.CaseCommands;
import uk.concordat.kit.command.Outcome;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.identity.Token;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.NotNow;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.Responsible;
import uk.concordat.protocols.refusal.Refusal;

/**
 * Takes an enquiry in: a member's own, received now; one that an officer logs for a member, by whatever channel (COL-27);
 * or one that an officer puts to a member.
 */
@ApplicationScoped
public class ReceiveEnquiry {

    /** What was sent; usernames as the edge knows people. */
    public record Sent(
            EnquiryKind kind,
            String subject,
            String text,
            boolean factual,
            Optional<Capacity> capacity,
            Channel channel,
            String addressee,
            Optional<String> onBehalfOf,
            Optional<Instant> receivedAt,
            Optional<Departure> departure) {}

    private final CaseCommands<EnquiryState, EnquiryEvent> commands;
    private final EnquiryProtocols protocols;
    private final ReferenceNumbers numbers;
    private final Token token;

    public ReceiveEnquiry(
            CaseCommands<EnquiryState, EnquiryEvent> commands,
            EnquiryProtocols protocols,
            ReferenceNumbers numbers,
            Token token) {
        this.commands = commands;
        this.protocols = protocols;
        this.numbers = numbers;
        this.token = token;
    }

    /** @param sent reads the body, when it is its turn */
    public Outcome<EnquiryState, EnquiryEvent> receive(byte[] body, Supplier<Sent> sent) {
        EnquiryId id = new EnquiryId(Generators.timeBasedEpochGenerator().generate());
        OptionalLong number = numbers.next(token.council());
        return commands.create(id.value(), body, situation -> decide(id, number, sent.get(), situation));
    }

    private Decision<EnquiryEvent, Refusal> decide(EnquiryId id, OptionalLong number, Sent sent, Situation situation) {
        Set<Standing> caller = Parts.of(situation);
        boolean byMember = Authority.ASK.isFor(caller);
        boolean toMember = !byMember
                && sent.onBehalfOf().isEmpty()
                && inOffice(sent.addressee(), situation, true).isPresent();
        return toMember
                ? putToMember(id, number, sent, situation, caller)
                : receive(id, number, sent, situation, caller);
    }

    /** An officer asks a member. */
    private Decision<EnquiryEvent, Refusal> putToMember(
            EnquiryId id, OptionalLong number, Sent sent, Situation situation, Set<Standing> caller) {
        if (sent.capacity().isPresent()) {
            return Decision.refuse(ReceiptRefusal.CAPACITY_IS_A_MEMBERS);
        }
        if (sent.receivedAt().isPresent()) {
            return Decision.refuse(ReceiptRefusal.RECEIPT_NOT_YOURS_TO_STATE);
        }
        Optional<Responsible> asking =
                situation.directory().responsible(situation.caller().id(), situation.today());
        if (asking.isEmpty() || !Authority.ASK_MEMBER.isFor(caller)) {
            return Decision.refuse(ReceiptRefusal.ASKING_WITHOUT_POST);
        }
        PackId pack = packOn(situation.now(), situation);
        if (pack == null) {
            return Decision.refuse(ReceiptRefusal.NO_PROTOCOL);
        }
        var decider = protocols.under(pack);
        return Decision.widened(decider.decide(
                new PutToMember(
                        id,
                        reference(number.orElseThrow(ReceiveEnquiry::justHeardOf), situation),
                        sent.kind(),
                        asking.get(),
                        inOffice(sent.addressee(), situation, true).orElseThrow(),
                        sent.channel(),
                        sent.factual(),
                        sent.subject(),
                        sent.text(),
                        situation.now(),
                        situation.directory().zone(),
                        situation.directory().calendar(),
                        NewDeadlineIds.all(),
                        sent.departure(),
                        targetsOn(situation.now(), situation)),
                decider.initial()));
    }

    private Decision<EnquiryEvent, Refusal> receive(
            EnquiryId id, OptionalLong number, Sent sent, Situation situation, Set<Standing> caller) {
        boolean own = Authority.ASK.isFor(caller);
        Capacity capacity = Fields.required("capacity", sent.capacity().orElse(null));
        if (sent.onBehalfOf().isPresent() && !Authority.LOG.isFor(caller)) {
            return Decision.refuse(ReceiptRefusal.ONLY_OFFICERS_LOG);
        }
        if (own && sent.receivedAt().isPresent()) {
            return Decision.refuse(ReceiptRefusal.RECEIPT_NOT_YOURS_TO_STATE);
        }
        if (!own && sent.onBehalfOf().isEmpty()) {
            return Decision.refuse(ReceiptRefusal.MEMBER_MISSING);
        }
        Instant receivedAt = sent.receivedAt().orElse(situation.now());
        // Before anything is looked up as of that day: there is no pack in force on one that cannot be, nor a day for
        // every moment.
        Optional<EnquiryRefusal> wrongDate = ReceiptDate.refusal(receivedAt, situation.now());
        if (wrongDate.isPresent()) {
            return Decision.refuse(wrongDate.get());
        }
        Optional<PersonId> member = own
                ? Optional.of(situation.caller().id())
                : member(sent, situation.directory().day(receivedAt), situation);
        if (member.isEmpty()) {
            return Decision.refuse(ReceiptRefusal.UNKNOWN_MEMBER);
        }
        Optional<PersonId> officer = inOffice(sent.addressee(), situation, false);
        if (officer.isEmpty()) {
            return Decision.refuse(ReceiptRefusal.UNKNOWN_OFFICER);
        }
        Optional<Responsible> responsible = situation.directory().responsible(officer.get(), situation.today());
        if (responsible.isEmpty()) {
            return Decision.refuse(ReceiptRefusal.OFFICER_WITHOUT_POST);
        }
        PackId pack = packOn(receivedAt, situation);
        if (pack == null) {
            return Decision.refuse(ReceiptRefusal.NO_PROTOCOL);
        }
        Receive command = new Receive(
                id,
                reference(number.orElseThrow(ReceiveEnquiry::justHeardOf), situation),
                sent.kind(),
                member.get(),
                responsible.get(),
                rolesOf(officer.get(), situation),
                own ? Optional.empty() : Optional.of(situation.caller().id()),
                sent.channel(),
                capacity,
                sent.factual(),
                receivedAt,
                sent.subject(),
                sent.text(),
                situation.now(),
                situation.directory().zone(),
                situation.directory().calendar(),
                NewDeadlineIds.all(),
                sent.departure(),
                targetsOn(receivedAt, situation));
        var decider = protocols.under(pack);
        return Decision.widened(decider.decide(command, decider.initial()));
    }

    /** Nothing while none is adopted; one that is, and is not here, is waited for and never passed over. */
    private @Nullable PackId packOn(Instant moment, Situation situation) {
        return situation
                .directory()
                .council()
                .protocolOn(situation.directory().day(moment))
                .orElse(null);
    }

    private static List<LocalTarget> targetsOn(Instant moment, Situation situation) {
        return LocalTargets.on(
                situation.directory().day(moment), situation.directory().council());
    }

    /** The generic roles of all the posts that the officer holds today. */
    private static Set<String> rolesOf(PersonId officer, Situation situation) {
        return situation.directory().postsOf(officer, situation.today()).stream()
                .flatMap(post -> post.roles().stream())
                .collect(Collectors.toSet());
    }

    /** Who asked was a member when it came, whatever they are on the day on which it is written down. */
    private static Optional<PersonId> member(Sent sent, LocalDate received, Situation situation) {
        return sent.onBehalfOf().flatMap(username -> inOffice(username, received, situation, true));
    }

    /** Whoever is to answer is there today. */
    private static Optional<PersonId> inOffice(String username, Situation situation, boolean asMember) {
        return inOffice(username, situation.today(), situation, asMember);
    }

    private static Optional<PersonId> inOffice(String username, LocalDate day, Situation situation, boolean asMember) {
        return situation
                .directory()
                .person(username)
                .filter(person -> person.on(day))
                .filter(person -> person.kindOn(day).isMember() == asMember)
                .map(PersonDocument::id)
                .map(PersonId::new);
    }

    /** The council's first document arrived between the number and the command. */
    private static NotNow justHeardOf() {
        return new NotNow("council-just-heard-of", "Your council has only just become known here.");
    }

    private static String reference(long number, Situation situation) {
        return "%s-E-%d-%06d"
                .formatted(
                        situation.directory().council().reference(),
                        situation.today().getYear(),
                        number);
    }
}
