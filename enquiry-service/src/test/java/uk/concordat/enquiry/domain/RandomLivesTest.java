package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.RECEIVED;
import static uk.concordat.enquiry.domain.CityEnquiry.acting;
import static uk.concordat.enquiry.domain.CityEnquiry.receive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.Standing;

/** Whatever is tried, in whatever order and at whatever time, some things hold. A failure names the seed it is repeated by. */
class RandomLivesTest {

    private static final List<String> STAGES = List.of("received", "acknowledged", "answered", "withdrawn");
    private static final List<String> DEADLINES = List.of("open", "missed", "met", "met-late", "withdrawn");

    static LongStream seeds() {
        long first = new Random().nextLong();
        return LongStream.concat(LongStream.rangeClosed(1, 200), LongStream.range(first, first + 50));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_life_of_random_commands_keeps_its_word(long seed) {
        Random random = new Random(seed);
        boolean clockIsNeverEarly = random.nextBoolean();
        List<EnquiryEvent> history = new ArrayList<>();
        EnquiryState state = DECIDER.initial();
        Instant receivedAt = RECEIVED.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 400)));
        Instant now = receivedAt;

        for (int step = 0; step < 30; step++) {
            now = later(now, state, random);
            EnquiryCommand command = state instanceof Known
                    ? anything(now, random)
                    : receive(receivedAt, now, Channel.values()[random.nextInt(Channel.values().length)]);
            if (clockIsNeverEarly && command instanceof Lapse lapse && isEarly(lapse, state)) {
                continue;
            }
            if (DECIDER.decide(command, state)
                    instanceof Decision.Accepted<EnquiryEvent, EnquiryRefusal>(List<EnquiryEvent> events)) {
                EnquiryState before = state;
                state = DECIDER.fold(state, events);
                history.addAll(events);
                nothingGoesBack(before, state);
            }
        }

        assertThat(DECIDER.fold(DECIDER.initial(), history)).isEqualTo(state);
        Known enquiry = (Known) state;
        assertThat(enquiry.deadlines()).hasSize(2).allSatisfy(deadline -> {
            assertThat(breaches(history, deadline.id())).hasSizeLessThanOrEqualTo(1);
            itsMomentAndItsStandingAgree(deadline, breaches(history, deadline.id()), clockIsNeverEarly);
        });
    }

    /** Now and then to the very moment of a deadline, or one instant before it: where mistakes are made. */
    private static Instant later(Instant now, EnquiryState state, Random random) {
        List<Instant> moments = state instanceof Known known
                ? known.deadlines().stream()
                        .flatMap(deadline -> java.util.stream.Stream.of(
                                deadline.dueAt(), deadline.dueAt().minusNanos(1)))
                        .filter(moment -> !moment.isBefore(now))
                        .toList()
                : List.of();
        return !moments.isEmpty() && random.nextInt(4) == 0
                ? moments.get(random.nextInt(moments.size()))
                : now.plus(Duration.ofMinutes(random.nextInt(60 * 48)));
    }

    private static EnquiryCommand anything(Instant now, Random random) {
        Part part = new Part(random.nextInt(4) > 0, random.nextInt(4) > 0);
        return switch (random.nextInt(9)) {
            case 0, 1 -> new Acknowledge(acting(OFFICER, part, now), LETTER, Optional.empty());
            case 2 -> new Respond(acting(OFFICER, part, now), LETTER);
            case 3 -> new Withdraw(acting(MEMBER, part, now), Optional.empty());
            case 4 -> receive(now, now, Channel.EMAIL);
            default ->
                new Lapse(
                        random.nextBoolean() ? ACKNOWLEDGEMENT : FULL_RESPONSE,
                        1 + random.nextInt(10) / 9,
                        0,
                        now,
                        LINE);
        };
    }

    private static void nothingGoesBack(EnquiryState before, EnquiryState after) {
        if (before instanceof Known earlier && after instanceof Known later) {
            assertThat(STAGES.indexOf(later.status())).isGreaterThanOrEqualTo(STAGES.indexOf(earlier.status()));
            assertThat(later.particulars()).isEqualTo(earlier.particulars());
            for (int i = 0; i < earlier.deadlines().size(); i++) {
                Deadline was = earlier.deadlines().get(i);
                Deadline is = later.deadlines().get(i);
                assertThat(DEADLINES.indexOf(is.standing().code()))
                        .isGreaterThanOrEqualTo(DEADLINES.indexOf(was.standing().code()));
                assertThat(is.dueAt()).isEqualTo(was.dueAt());
            }
        }
    }

    private static List<EnquiryEvent> breaches(List<EnquiryEvent> history, DeadlineId deadline) {
        return history.stream()
                .filter(event -> event instanceof DeadlineBreached breached
                        && breached.deadlineId().equals(deadline))
                .toList();
    }

    private static boolean isEarly(Lapse lapse, EnquiryState state) {
        return state instanceof Known known
                && known.deadlines().stream()
                        .anyMatch(deadline -> deadline.id().equals(lapse.deadlineId())
                                && lapse.now().isBefore(deadline.dueAt()));
    }

    /** A lapse is believed even by an owner whose clock is behind; then the breach and not the hour makes an act late. */
    private static void itsMomentAndItsStandingAgree(
            Deadline deadline, List<EnquiryEvent> breaches, boolean clockIsNeverEarly) {
        switch (deadline.standing()) {
            case Standing.Met(var at) -> {
                assertThat(at).isBefore(deadline.dueAt());
                assertThat(breaches).isEmpty();
            }
            case Standing.MetLate(var at) -> isLate(deadline, at, breaches, clockIsNeverEarly);
            case Standing.Missed(var at, var _, var _) -> isLate(deadline, at, breaches, clockIsNeverEarly);
            case Standing.Replaced _ -> throw new AssertionError("The City knows no promises");
            case Standing.Withdrawn(var at) -> {
                assertThat(at).isBefore(deadline.dueAt());
                assertThat(breaches).isEmpty();
            }
            case Standing.Open _ -> assertThat(breaches).isEmpty();
        }
    }

    private static void isLate(Deadline deadline, Instant at, List<EnquiryEvent> breaches, boolean clockIsNeverEarly) {
        assertThat(breaches).hasSize(1);
        if (clockIsNeverEarly) {
            assertThat(at).isAfterOrEqualTo(deadline.dueAt());
        }
    }
}
