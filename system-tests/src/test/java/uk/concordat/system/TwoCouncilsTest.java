package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.system.Portal.asked;
import static uk.concordat.system.Portal.letter;
import static uk.concordat.system.Shown.dates;
import static uk.concordat.system.Shown.rungs;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import uk.concordat.local.LocalStack;
import uk.concordat.protocols.testing.Rule;

/** Two protocols, the whole ladder, mail, and a holiday proclaimed in the middle of it all: one stack, one story. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // each chapter builds on what the one before has begun
class TwoCouncilsTest {

    private static final Ledger CITY = new Ledger();
    private static final Ledger HARLOW = new Ledger();

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static Portal city;
    private static Portal harlow;
    private static Portal.Answer held;
    private static Portal.Answer vacant;
    private static Portal.Answer promised;
    private static Portal.Answer open;

    @BeforeAll
    static void a_fresh_stack_on_christmas_eve() {
        stack = Stacks.started(directory, "city-of-london", "harlow");
        city = new Portal(stack, "city-of-london");
        harlow = new Portal(stack, "harlow");
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    @Order(1)
    @Rule({"COL-30", "COL-31"})
    void the_city_takes_a_holding_reply_only_with_reasons_and_it_sets_no_date_and_acknowledges_nothing() {
        held = CITY.note(city.post("member-red-1", "/enquiries", asked("officer-1", "portal")), "enquiry-received");
        vacant = CITY.note(city.post("member-red-1", "/enquiries", asked("officer-3", "portal")), "enquiry-received");

        Portal.Answer refused = city.act("officer-1", held, "holding-reply", letter("It takes longer."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("holding-reply-without-reasons");
        assertThat(refused.text("/rule")).isEqualTo("COL-30");
        assertThat(refused.text("/paragraph")).isEqualTo("7");
        assertThat(refused.text("/council")).isEqualTo("city-of-london");
        assertThat(refused.text("/reading")).isEqualTo("ours");

        Portal.Answer taken = CITY.note(
                city.act("officer-1", held, "holding-reply", Map.of("text", "It takes longer.", "reasons", "Snow.")),
                "holding-reply-sent");
        assertThat(taken.text("/status")).isEqualTo("held");
        assertThat(dates(taken))
                .containsExactly("acknowledgement 2026-12-30 open protocol", "full-response 2027-01-12 open protocol");
    }

    @Test
    @Order(2)
    @Rule({"COL-28", "COL-29", "COL-31"})
    void its_breaches_climb_the_whole_ladder_each_person_told_once_in_the_inbox_and_by_mail() {
        assertThat(stack.clock().forwardWorkingDays(8).notAtRest()).isEmpty();
        assertThat(told("officer-1", held, "deadline-reminder")).containsExactly("acknowledgement 0");
        moveTo(LocalDateTime.of(2027, 1, 20, 9, 0));

        assertThat(told("officer-1", held, "deadline-reminder"))
                .containsExactly("acknowledgement 0", "full-response 0");
        for (String first : List.of("officer-1", "manager-1")) {
            assertThat(told(first, held, "deadline-breached")).containsExactly("acknowledgement 0", "full-response 0");
        }
        assertThat(told("director-1", held, "deadline-breached"))
                .containsExactly("acknowledgement 1", "full-response 1");
        assertThat(told("head-of-paid-service", held, "deadline-breached"))
                .containsExactly("acknowledgement 2", "full-response 2");
        for (String first : List.of("officer-3", "director-1")) {
            assertThat(told(first, vacant, "deadline-breached"))
                    .containsExactly("acknowledgement 0", "full-response 0");
        }

        Portal.Answer overdue = city.enquiry("officer-1", held);
        assertThat(overdue.text("/status")).isEqualTo("held");
        assertThat(overdue.body().required("overdue").asBoolean()).isTrue();
        assertThat(rungs(city, held))
                .containsExactly(
                        "0 officer-1 manager-1",
                        "1 director-1",
                        "2 head-of-paid-service",
                        "0 officer-1 manager-1",
                        "1 director-1",
                        "2 head-of-paid-service");
        assertThat(rungs(city, vacant))
                .startsWith("0 officer-3 director-1 past manager-3 vacant", "1 head-of-paid-service");
        assertThat(city.told("director-1"))
                .filteredOn(each -> each.at("/deadline/rung").asInt() > 0)
                .isNotEmpty()
                .allSatisfy(
                        each -> assertThat(each.required("text").asText()).contains("local setting", "2 working days"));
    }

    @Test
    @Order(3)
    void every_notification_came_by_mail_once_without_a_word_of_the_matter() throws MessagingException {
        for (String person : List.of("officer-1", "manager-1", "director-1", "head-of-paid-service", "officer-3")) {
            List<MimeMessage> mail = stack.mailboxes().of(person + "@city-of-london.example");
            assertThat(mail).as(person).hasSameSizeAs(city.told(person));
            assertThat(mail.stream().map(Shown::messageId)).doesNotHaveDuplicates();
            for (MimeMessage each : mail) {
                assertThat(each.getSubject()).contains("COL-E-").doesNotContain("antern");
            }
        }
        assertThat(city.told("officer-1"))
                .extracting(each -> each.at("/mail/status").asText())
                .containsOnly("sent");
    }

    @Test
    @Order(4)
    void a_follow_up_within_the_window_reopens_with_clocks_of_its_own_and_the_first_dates_stay() {
        CITY.note(city.act("officer-1", held, "response", letter("On Friday.")), "enquiry-answered");
        Portal.Answer followedUp = CITY.note(
                city.act("member-red-1", held, "follow-up", letter("And those in Fore Street?")),
                "enquiry-followed-up");

        assertThat(followedUp.text("/status")).isEqualTo("received");
        assertThat(dates(followedUp))
                .containsExactly(
                        "acknowledgement 2026-12-30 met-late protocol",
                        "full-response 2027-01-12 met-late protocol",
                        "acknowledgement 2027-01-22 open protocol",
                        "full-response 2027-02-03 open protocol");
        CITY.note(city.act("officer-1", held, "acknowledgement", letter("We look.")), "enquiry-acknowledged");
        CITY.note(city.act("officer-1", held, "response", letter("Those too.")), "enquiry-answered");
        assertThat(city.enquiry("officer-1", held).text("/status")).isEqualTo("answered");
        CITY.note(city.act("officer-3", vacant, "response", letter("They are.")), "enquiry-answered");
        moveTo(LocalDateTime.of(2027, 1, 28, 9, 0));
        Portal.Answer late = city.act("member-red-1", held, "follow-up", letter("And those?"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("/code")).isEqualTo("follow-up-window-over");
    }

    @Test
    @Order(5)
    @Rule({"HAR-35", "HAR-36", "HAR-37"})
    void harlow_answers_or_promises_within_five_days_and_a_promise_is_revised_with_an_explanation() {
        promised =
                HARLOW.note(harlow.post("member-red-1", "/enquiries", asked("officer-1", "email")), "enquiry-received");
        assertThat(dates(promised)).containsExactly("first-response 2027-02-04 open protocol");

        Portal.Answer refused = harlow.act("officer-1", promised, "acknowledgement", letter("Thank you."));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/rule")).isEqualTo("HAR-36");
        Portal.Answer taken = HARLOW.note(
                harlow.act(
                        "officer-1",
                        promised,
                        "acknowledgement",
                        Map.of("text", "Thank you.", "replyBy", "2027-02-10")),
                "enquiry-acknowledged");
        assertThat(taken.text("/status")).isEqualTo("promised");
        assertThat(dates(taken))
                .containsExactly("first-response 2027-02-04 met protocol", "promised-response 2027-02-10 open promise");

        Portal.Answer unexplained = harlow.act("officer-1", promised, "timescale", Map.of("replyBy", "2027-02-12"));
        assertThat(unexplained.status()).isEqualTo(422);
        assertThat(unexplained.text("/rule")).isEqualTo("HAR-37");
        moveTo(LocalDateTime.of(2027, 2, 11, 9, 0));
        Portal.Answer late = HARLOW.note(
                harlow.act(
                        "officer-1",
                        promised,
                        "timescale",
                        Map.of("replyBy", "2027-02-17", "explanation", "The contractor is ill.")),
                "promise-revised");
        assertThat(dates(late))
                .containsExactly(
                        "first-response 2027-02-04 met protocol",
                        "promised-response 2027-02-10 missed promise",
                        "promised-response 2027-02-17 open promise");
        assertThat(late.body().at("/promise/revisions").asInt()).isEqualTo(1);
        assertThat(late.body().at("/promise/slippage").asInt()).isEqualTo(5);
    }

    @Test
    @Order(6)
    @Rule({"HAR-38", "HAR-39"})
    void a_telephone_query_carries_no_clock_and_a_member_owes_an_officer_an_answer_that_climbs_nowhere() {
        Portal.Answer telephoned = HARLOW.note(
                harlow.post("member-red-1", "/enquiries", asked("officer-1", "telephone")), "enquiry-received");
        assertThat(dates(telephoned)).isEmpty();
        assertThat(telephoned.text("/unstated/0/kind")).isEqualTo("first-response");
        assertThat(telephoned.text("/unstated/0/rule")).isEqualTo("HAR-39");

        Map<String, Object> question = new HashMap<>(asked("member-blue-1", "email"));
        question.remove("capacity");
        Portal.Answer put = HARLOW.note(harlow.post("officer-1", "/enquiries", question), "enquiry-put-to-member");
        assertThat(dates(put)).containsExactly("first-response 2027-02-18 open protocol");
        assertThat(harlow.enquiry("manager-1", put).status()).isEqualTo(404);
        moveTo(LocalDateTime.of(2027, 3, 8, 9, 0));
        for (String toldOnce : List.of("member-blue-1", "officer-1")) {
            assertThat(Shown.told(harlow, toldOnce, put, "deadline-breached")).containsExactly("first-response 0");
        }
        assertThat(List.of("manager-1", "director-1", "head-of-paid-service", "monitoring-officer"))
                .allSatisfy(notTold -> assertThat(Shown.told(harlow, notTold, put, "deadline-breached"))
                        .isEmpty());
    }

    @Test
    @Order(7)
    void a_proclaimed_holiday_moves_what_it_touches_once_and_annuls_what_it_puts_right_and_back_again() {
        HARLOW.note(harlow.act("officer-1", promised, "response", letter("It is done.")), "enquiry-answered");
        open = HARLOW.note(harlow.post("member-red-1", "/enquiries", asked("officer-2", "email")), "enquiry-received");
        Portal.Answer untouched =
                CITY.note(city.post("member-red-2", "/enquiries", asked("officer-2", "email")), "enquiry-received");
        assertThat(dates(open)).containsExactly("first-response 2027-03-15 open protocol");
        moveTo(LocalDateTime.of(2027, 3, 12, 9, 0));
        assertThat(Shown.told(harlow, "officer-2", open, "deadline-reminder")).containsExactly("first-response 0");

        MemberServices services = new MemberServices(stack, harlow, "harlow");
        services.proclaim(closed("2027-03-15", "Bank holiday by proclamation", "Royal proclamation"), 201);
        assertThat(dates(harlow.enquiry("officer-2", open))).containsExactly("first-response 2027-03-16 open protocol");
        assertThat(Shown.told(harlow, "officer-2", open, "deadline-moved")).containsExactly("first-response 0");
        services.withdraw("2027-03-15");
        assertThat(dates(harlow.enquiry("officer-2", open))).containsExactly("first-response 2027-03-15 open protocol");

        moveTo(LocalDateTime.of(2027, 3, 16, 9, 0));
        assertThat(dates(harlow.enquiry("officer-2", open)))
                .containsExactly("first-response 2027-03-15 missed protocol");
        Map<String, Object> past = closed("2027-03-12", "Snow: the offices were closed", "The Chief Executive");
        services.proclaim(past, 422);
        past.put("reason", "The offices could not be opened, and nobody could say so before.");
        services.proclaim(past, 201);
        assertThat(dates(harlow.enquiry("officer-2", open))).containsExactly("first-response 2027-03-16 open protocol");
        assertThat(Shown.told(harlow, "manager-2", open, "deadline-annulled")).containsExactly("first-response 0");
        assertThat(Shown.events(harlow, "officer-2", open))
                .containsExactly(
                        "received", "deadline-moved", "deadline-moved", "deadline-breached", "deadline-annulled");
        assertThat(dates(city.enquiry("officer-2", untouched))).contains("full-response 2027-03-22 open protocol");
        assertThat(Shown.events(city, "officer-2", untouched)).doesNotContain("deadline-moved");
        HARLOW.note(harlow.act("officer-2", open, "response", letter("Yes.")), "enquiry-answered");
    }

    @Test
    @Order(8)
    void neither_council_sees_the_other_though_their_people_have_the_same_usernames() {
        for (String person : List.of("member-red-1", "officer-1", "head-of-paid-service", "member-services")) {
            new OtherCouncil("city-of-london", "COL", held).isHiddenFrom(harlow, person);
            new OtherCouncil("harlow", "HAR", promised).isHiddenFrom(city, person);
        }
        for (String council : List.of("city-of-london", "harlow")) {
            Portal portal = new Portal(stack, council);
            assertThat(portal.get("member-red-1", "council-service", "/councils/" + council + "/protocol")
                            .body()
                            .required("parameters"))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(row -> assertThat(row.required("source").asText())
                            .isIn("protocol", "local-setting", "local-target", "none"));
        }
    }

    @Test
    @Order(9)
    void and_every_promise_to_operators_holds_in_both() {
        new Invariants(stack, CITY, "city-of-london").hold();
        new Invariants(stack, HARLOW, "harlow").hold();
    }

    private static Map<String, Object> closed(String day, String why, String source) {
        return new HashMap<>(Map.of("day", day, "why", why, "source", source));
    }

    private static void moveTo(LocalDateTime time) {
        assertThat(stack.clock().moveTo(time).notAtRest()).isEmpty();
    }

    private static List<String> told(String person, Portal.Answer enquiry, String about) {
        return Shown.told(city, person, enquiry, about);
    }
}
