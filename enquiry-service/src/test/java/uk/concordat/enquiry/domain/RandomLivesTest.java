package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Act;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineAnnulled;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineMoved;
import uk.concordat.enquiry.domain.EnquiryEvent.DepartureRecorded;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryAssigned;
import uk.concordat.enquiry.domain.EnquiryEvent.HoldingReplySent;
import uk.concordat.enquiry.domain.EnquiryEvent.PromiseRevised;
import uk.concordat.enquiry.domain.EnquiryEvent.ReplyPromised;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.Standing;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.Told;
import uk.concordat.protocols.people.PersonId;

/** Whatever is tried, in whatever order and at whatever time, some things hold. A failure names the seed it is repeated by. */
class RandomLivesTest {

    /** The pack that an enquiry lives under. */
    enum Under {
        CITY_OF_LONDON(CityEnquiry.DECIDER, Set.of(DepartureRecorded.class, ReplyPromised.class, PromiseRevised.class)),
        HARLOW(HarlowEnquiry.DECIDER, Set.of(DepartureRecorded.class, HoldingReplySent.class));

        private final Enquiry decider;
        /** What cannot happen under it, or is not tried here. */
        private final Set<Class<?>> unknown;

        Under(Enquiry decider, Set<Class<?>> unknown) {
            this.decider = decider;
            this.unknown = unknown;
        }
    }

    static Stream<Arguments> lives() {
        long first = new Random().nextLong();
        return LongStream.concat(LongStream.rangeClosed(1, 200), LongStream.range(first, first + 50))
                .boxed()
                .flatMap(seed -> Stream.of(Under.values()).map(pack -> Arguments.of(pack, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("lives")
    void a_life_of_random_commands_keeps_its_word(Under pack, long seed) {
        Enquiry decider = pack.decider;
        RandomLife life = new RandomLife(seed);
        boolean clockIsNeverEarly = seed % 2 == 0;
        List<EnquiryEvent> history = new ArrayList<>();
        EnquiryState state = decider.initial();

        for (int step = 0; step < 60; step++) {
            EnquiryCommand command = life.next(state);
            if (command instanceof Lapse lapse && cannotCome(lapse, state, clockIsNeverEarly)) {
                continue;
            }
            if (decider.decide(command, state)
                    instanceof Decision.Accepted<EnquiryEvent, EnquiryRefusal>(List<EnquiryEvent> events)) {
                for (EnquiryEvent event : events) {
                    EnquiryState before = state;
                    state = decider.evolve(state, event);
                    whatWasStaysAsItWas(before, event, state);
                }
                history.addAll(events);
                if (command instanceof Act) {
                    nothingPastItsMomentIsLeftOpen((Known) state, life.now());
                }
            }
        }

        assertThat(decider.fold(decider.initial(), history)).isEqualTo(state);
        Known enquiry = (Known) state;
        assertThat(enquiry.deadlines())
                .doesNotHaveDuplicates()
                .extracting(Deadline::id)
                .doesNotHaveDuplicates();
        for (Deadline deadline : enquiry.deadlines()) {
            nobodyIsToldTwiceOfOneBreach(deadline.id(), history);
            itsMomentAndItsStandingAgree(deadline, clockIsNeverEarly);
            itsOwnerIsWhoTheEnquiryIsWith(deadline, enquiry);
        }
        if (enquiry.hasEnded()) {
            assertThat(enquiry.deadlines()).noneMatch(Deadline::isOpen);
        }
    }

    /** Lives that never came to a promise, a rung or a moved date would prove nothing about them. */
    @ParameterizedTest
    @EnumSource(Under.class)
    void between_them_the_lives_come_to_everything_that_their_pack_knows(Under pack) {
        Set<Class<?>> seen = new HashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            RandomLife life = new RandomLife(seed);
            EnquiryState state = pack.decider.initial();
            for (int step = 0; step < 60; step++) {
                EnquiryCommand command = life.next(state);
                if (!(command instanceof Lapse lapse && cannotCome(lapse, state, true))
                        && pack.decider.decide(command, state)
                                instanceof Decision.Accepted<EnquiryEvent, EnquiryRefusal>(var events)) {
                    state = pack.decider.fold(state, events);
                    events.forEach(event -> seen.add(event.getClass()));
                }
            }
        }

        Set<Class<?>> expected = new HashSet<>(Set.of(EnquiryEvent.class.getPermittedSubclasses()));
        expected.removeAll(pack.unknown);
        assertThat(seen).isEqualTo(expected);
    }

    private static void whatWasStaysAsItWas(EnquiryState before, EnquiryEvent event, EnquiryState after) {
        if (!(before instanceof Known earlier) || !(after instanceof Known later)) {
            return;
        }
        assertThat(later.particulars()).isEqualTo(earlier.particulars());
        assertThat(later.file().round().number())
                .isGreaterThanOrEqualTo(earlier.file().round().number());
        beginsWith(earlier.file().letters(), later.file().letters());
        beginsWith(earlier.file().revisions(), later.file().revisions());
        assertThat(later.deadlines())
                .hasSizeGreaterThanOrEqualTo(earlier.deadlines().size());
        for (int i = 0; i < earlier.deadlines().size(); i++) {
            Deadline was = earlier.deadlines().get(i);
            Deadline is = later.deadlines().get(i);
            assertThat(is.id()).isEqualTo(was.id());
            assertThat(is.kind()).isEqualTo(was.kind());
            if (moves(event, was.id())) {
                assertThat(is.revision()).isEqualTo(was.revision() + 1);
                assertThat(is.dueAt()).isNotEqualTo(was.dueAt());
            } else {
                assertThat(is.revision()).isEqualTo(was.revision());
                assertThat(is.proof()).isEqualTo(was.proof());
                assertThat(is.dueAt()).isEqualTo(was.dueAt());
            }
            if (was.standing() instanceof Standing.Met || was.standing() instanceof Standing.Withdrawn) {
                assertThat(is).isEqualTo(was);
            }
            if ((was.standing() instanceof Standing.MetLate || was.standing() instanceof Standing.Replaced)
                    && !(event instanceof DeadlineAnnulled)) {
                assertThat(is.standing()).isEqualTo(was.standing());
            }
        }
    }

    private static boolean moves(EnquiryEvent event, DeadlineId deadline) {
        return (event instanceof DeadlineMoved moved && moved.deadlineId().equals(deadline))
                || (event instanceof DeadlineAnnulled annulled
                        && annulled.deadlineId().equals(deadline))
                || (event instanceof PromiseRevised revised
                        && revised.inTime()
                        && revised.before().equals(deadline));
    }

    private static void beginsWith(List<?> earlier, List<?> later) {
        assertThat(later.size()).isGreaterThanOrEqualTo(earlier.size());
        assertThat(later.subList(0, earlier.size())).isEqualTo(earlier);
    }

    /** An act that finds a deadline past its moment records the breach before itself. */
    private static void nothingPastItsMomentIsLeftOpen(Known enquiry, Instant now) {
        assertThat(enquiry.file().lapsed(now)).isEmpty();
    }

    /** A breach lasts until another calendar annuls it; within it rungs only grow, and each person is told once. */
    private static void nobodyIsToldTwiceOfOneBreach(DeadlineId deadline, List<EnquiryEvent> history) {
        Set<PersonId> told = new HashSet<>();
        int rung = -1;
        for (EnquiryEvent event : history) {
            if (event instanceof DeadlineAnnulled annulled
                    && annulled.deadlineId().equals(deadline)) {
                told.clear();
                rung = -1;
            }
            if (event instanceof DeadlineBreached breached
                    && breached.deadlineId().equals(deadline)) {
                assertThat(breached.rung()).isGreaterThan(rung);
                rung = breached.rung();
                each(breached.climb(), told);
            }
            if (event instanceof EnquiryAssigned assigned) {
                assigned.deadlines().stream()
                        .filter(reassigned -> reassigned.id().equals(deadline))
                        .forEach(reassigned -> each(reassigned.climb(), told));
            }
        }
    }

    private static void each(Climb climb, Set<PersonId> toldBefore) {
        assertThat(climb.told().stream().map(Told::person).filter(toldBefore::contains))
                .isEmpty();
        assertThat(climb.told()).extracting(Told::person).doesNotHaveDuplicates();
        climb.told().forEach(each -> toldBefore.add(each.person()));
    }

    /** A lapse is believed even by an owner whose clock is behind; then the breach and not the hour makes an act late. */
    private static void itsMomentAndItsStandingAgree(Deadline deadline, boolean clockIsNeverEarly) {
        switch (deadline.standing()) {
            case Standing.Met(var at) -> assertThat(at).isBefore(deadline.dueAt());
            case Standing.MetLate(var at) -> {
                if (clockIsNeverEarly) {
                    assertThat(at).isAfterOrEqualTo(deadline.dueAt());
                }
            }
            case Standing.Open _, Standing.Missed _, Standing.Replaced _, Standing.Withdrawn _ -> {}
        }
    }

    private static void itsOwnerIsWhoTheEnquiryIsWith(Deadline deadline, Known enquiry) {
        if (deadline.isUnmet()) {
            assertThat(deadline.responsible()).isEqualTo(enquiry.file().responsible());
        }
    }

    private static boolean cannotCome(Lapse lapse, EnquiryState state, boolean clockIsNeverEarly) {
        if (!(state instanceof Known known)
                || known.file().deadline(lapse.deadlineId()).isEmpty()) {
            return true;
        }
        Deadline deadline = known.file().deadline(lapse.deadlineId()).get();
        return clockIsNeverEarly && lapse.now().isBefore(deadline.dueAt());
    }
}
