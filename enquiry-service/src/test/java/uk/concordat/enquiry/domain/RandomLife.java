package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUE;
import static uk.concordat.enquiry.domain.CityEnquiry.COLLEAGUES_POST;
import static uk.concordat.enquiry.domain.CityEnquiry.DIRECTOR_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.HEAD_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LONDON;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.RESPONSIBLE;
import static uk.concordat.enquiry.domain.CityEnquiry.SUBJECT;
import static uk.concordat.enquiry.domain.CityEnquiry.TEXT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Assign;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.FollowUp;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.PutToMember;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryCommand.Reconcile;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.ladder.ReportingLine.Step;
import uk.concordat.protocols.people.PersonId;

/** Commands as they may come, in any order and at any time, while posts fall vacant and days are proclaimed. */
final class RandomLife {

    private static final List<PersonId> HOLDERS = List.of(OFFICER, COLLEAGUE, MANAGER);

    private final Random random;
    private Instant now;
    private WorkingCalendar calendar = Proclaimed.calendar();
    private long ids;

    RandomLife(long seed) {
        this.random = new Random(seed);
        this.now = CityEnquiry.RECEIVED.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 400)));
    }

    Instant now() {
        return now;
    }

    /** The next command, some time after the one before. */
    EnquiryCommand next(EnquiryState state) {
        if (!(state instanceof Known enquiry)) {
            return random.nextInt(4) == 0 ? putToMember() : receive();
        }
        now = later(enquiry);
        return switch (random.nextInt(16)) {
            case 0, 1 -> new Acknowledge(acting(), LETTER, maybe(day()));
            case 2 -> new Respond(acting(), LETTER);
            case 3 -> random.nextInt(3) == 0 ? new Withdraw(acting(), Optional.empty()) : receive();
            case 4 -> new Hold(acting(), LETTER, maybe(TEXT), random.nextBoolean());
            case 5, 6 -> new Revise(acting(), maybe(day()), maybe(TEXT));
            case 7 -> new Assign(acting(), random.nextBoolean() ? COLLEAGUES_POST : RESPONSIBLE, line(), maybe(TEXT));
            case 8 -> new FollowUp(acting(), TEXT, channel(), maybe(1 + random.nextInt(20)));
            case 9 -> new Reopen(acting(), TEXT);
            case 10 -> new Close(acting(), maybe(TEXT));
            case 11, 12 -> reconcile();
            default -> lapse(enquiry);
        };
    }

    private Receive receive() {
        return new Receive(
                CityEnquiry.ID,
                "REF-1",
                EnquiryKind.QUESTION,
                MEMBER,
                RESPONSIBLE,
                Set.of("director"),
                Optional.empty(),
                channel(),
                Capacity.WARD,
                random.nextBoolean(),
                now,
                SUBJECT,
                TEXT,
                now,
                LONDON,
                calendar,
                newIds(),
                Optional.empty());
    }

    private PutToMember putToMember() {
        return new PutToMember(
                CityEnquiry.ID,
                "REF-1",
                EnquiryKind.QUESTION,
                RESPONSIBLE,
                MEMBER,
                channel(),
                random.nextBoolean(),
                SUBJECT,
                TEXT,
                now,
                LONDON,
                calendar,
                newIds(),
                Optional.empty());
    }

    private Lapse lapse(Known enquiry) {
        List<Deadline> deadlines = enquiry.deadlines();
        if (deadlines.isEmpty()) {
            return new Lapse(new DeadlineId(new UUID(0, 0)), 1, 0, now, line());
        }
        Deadline deadline = deadlines.get(random.nextInt(deadlines.size()));
        int stale = random.nextInt(6) == 0 ? 1 : 0;
        return new Lapse(deadline.id(), Math.max(1, deadline.revision() - stale), random.nextInt(4), now, line());
    }

    /** Days around now are proclaimed, or all of them withdrawn again. */
    private Reconcile reconcile() {
        LocalDate today = LocalDate.ofInstant(now, LONDON);
        calendar = Proclaimed.calendar(Stream.generate(() -> today.plusDays(random.nextInt(14) - 7L))
                .limit(random.nextInt(4))
                .toArray(LocalDate[]::new));
        return new Reconcile(now, LONDON, calendar);
    }

    private Acting acting() {
        return new Acting(
                random.nextBoolean() ? OFFICER : MANAGER,
                parts(),
                now,
                LONDON,
                calendar,
                line(),
                newIds(),
                Optional.empty());
    }

    /** Mostly both sides at once, so that most acts are not refused for who acts. */
    private Set<Part> parts() {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (random.nextInt(5) > 0) {
            parts.addAll(Set.of(Part.ASKING_MEMBER, Part.ASKING_OFFICER));
        }
        if (random.nextInt(5) > 0) {
            parts.add(Part.HOLDER);
        }
        return parts;
    }

    private Map<DeadlineKind, DeadlineId> newIds() {
        Map<DeadlineKind, DeadlineId> fresh = new EnumMap<>(DeadlineKind.class);
        for (DeadlineKind kind : DeadlineKind.values()) {
            fresh.put(kind, new DeadlineId(new UUID(1, ids++)));
        }
        return fresh;
    }

    /** The three posts above, each vacant or held by somebody now and then, also by one who holds a post below. */
    private ReportingLine line() {
        return new ReportingLine(Stream.of(MANAGER_STEP, DIRECTOR_STEP, HEAD_STEP)
                .map(step -> switch (random.nextInt(6)) {
                    case 0 -> new Step(step.post(), Optional.empty(), step.as());
                    case 1 ->
                        new Step(step.post(), Optional.of(HOLDERS.get(random.nextInt(HOLDERS.size()))), step.as());
                    default -> step;
                })
                .toList());
    }

    private Channel channel() {
        return Channel.values()[random.nextInt(Channel.values().length)];
    }

    private LocalDate day() {
        return LocalDate.ofInstant(now, LONDON).plusDays(random.nextInt(25) - 2L);
    }

    private <T> Optional<T> maybe(T value) {
        return random.nextInt(5) == 0 ? Optional.empty() : Optional.of(value);
    }

    /** Now and then to the very moment of a deadline, or one instant before it: where mistakes are made. */
    private Instant later(Known enquiry) {
        List<Instant> moments = enquiry.deadlines().stream()
                .flatMap(
                        deadline -> Stream.of(deadline.dueAt(), deadline.dueAt().minusNanos(1)))
                .filter(moment -> !moment.isBefore(now))
                .toList();
        return !moments.isEmpty() && random.nextInt(4) == 0
                ? moments.get(random.nextInt(moments.size()))
                : now.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
    }
}
