package uk.concordat.kit.council;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import uk.concordat.protocols.days.WorkingCalendar;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

/** One council as this service knows it: its people, its posts, who reports to whom, and its calendar. Immutable. */
public final class Directory {

    private final Profile profile;
    private final People people;
    private final Posts posts;
    private final Composition composition;

    public Directory(CouncilDocument council, Collection<PersonDocument> people, Collection<PostDocument> posts) {
        this(council, people, posts, CompositionDocuments.NONE);
    }

    public Directory(
            CouncilDocument council,
            Collection<PersonDocument> people,
            Collection<PostDocument> posts,
            CompositionDocuments composition) {
        this(Profile.of(council), People.of(people), Posts.of(posts), composition);
    }

    Directory(Profile profile, People people, Posts posts, CompositionDocuments composition) {
        this.profile = profile;
        this.people = people;
        this.posts = posts;
        this.composition = new Composition(composition, people);
    }

    public CouncilDocument council() {
        return profile.council();
    }

    public ZoneId zone() {
        return ZoneId.of(council().zone());
    }

    public WorkingCalendar calendar() {
        return profile.calendar();
    }

    /** Its groups, wards, bodies and elections. */
    public Composition composition() {
        return composition;
    }

    /**
     * The key of the group that a person is in on a day. Until the council has said which groups it has, that is whatever
     * they are shown with.
     */
    public Optional<String> groupOf(PersonId person, LocalDate day) {
        return composition.knowsGroups()
                ? composition.groupOf(person, day).map(GroupDocument::key)
                : person(person).flatMap(PersonDocument::group);
    }

    /** The day it is in this council at a moment. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    public Optional<PersonDocument> person(String username) {
        return people.find(username);
    }

    public Optional<PersonDocument> person(PersonId id) {
        return people.find(id.value());
    }

    public Optional<PostDocument> post(PostId id) {
        return posts.find(id.value());
    }

    /** The posts a person holds on a day, as they were then; none once they have left the council. */
    public List<PostDocument> postsOf(PersonId person, LocalDate day) {
        return postsEverOf(person, day)
                .filter(post -> post.on(day))
                .filter(post -> lasting(post.holders(), day)
                        .anyMatch(holder -> holder.person().equals(person.value())))
                .map(post -> post.asOf(day))
                .toList();
    }

    /** The posts a person holds as an officer on a day; none for a member, who manages no officers (COL-20, HAR-33). */
    public List<PostDocument> postsHeldAsOfficer(PersonId person, LocalDate day) {
        return isOfficer(person, day) ? postsOf(person, day) : List.of();
    }

    private boolean isOfficer(PersonId person, LocalDate day) {
        return person(person).filter(known -> !known.kindOn(day).isMember()).isPresent();
    }

    private Optional<PersonId> first(List<PostDocument.Holder> tenures, LocalDate day) {
        return lasting(tenures, day).findFirst().map(holder -> new PersonId(holder.person()));
    }

    /** The tenures of a day. One that nobody closed ended when its holder left, and begins by itself no more. */
    private Stream<PostDocument.Holder> lasting(List<PostDocument.Holder> tenures, LocalDate day) {
        return tenures.stream()
                .filter(holder -> holder.on(day))
                .filter(holder -> people.find(holder.person())
                        .filter(person -> person.on(day) && !person.servesSince(holder.from(), day))
                        .isEmpty());
    }

    private Stream<PostDocument> postsEverOf(PersonId person, LocalDate day) {
        boolean isAway = person(person).filter(known -> !known.on(day)).isPresent();
        return isAway ? Stream.empty() : posts.of(person.value());
    }

    /** The posts whose holder a person stands in for on a day; none once they have left the council. */
    public List<PostDocument> postsDeputisedBy(PersonId person, LocalDate day) {
        return postsEverOf(person, day)
                .filter(post -> post.on(day)
                        && lasting(post.deputies(), day)
                                .anyMatch(deputy -> deputy.person().equals(person.value())))
                .map(post -> post.asOf(day))
                .toList();
    }

    /** The posts that carry a generic role on a day, such as the council's own for {@code monitoring-officer}. */
    public List<PostDocument> postsWithRole(String role, LocalDate day) {
        return posts.withRole(role)
                .filter(post -> post.on(day))
                .map(post -> post.asOf(day))
                .filter(post -> post.roles().contains(role))
                .toList();
    }

    /** Whether a person holds, on a day, a post of a grade such as {@code senior-manager}. */
    public boolean isOfGrade(PersonId person, String grade, LocalDate day) {
        return postsOf(person, day).stream()
                .anyMatch(post -> post.terms().grade().filter(grade::equals).isPresent());
    }

    /** Whether a person holds, on a day, a post that a member of the council may not hold (CC-32). */
    public boolean isPoliticallyRestricted(PersonId person, LocalDate day) {
        return postsOf(person, day).stream().anyMatch(post -> post.terms().politicallyRestricted());
    }

    /**
     * Whether an officer is, on a day, allocated to support a member, or the group that the member is in (HAR-17). An
     * allocation says nothing of days on which one of them is not in office, or not what they were allocated as.
     */
    public boolean isAllocatedTo(PersonId officer, PersonId member, LocalDate day) {
        Optional<String> supported = groupOf(member, day);
        return person(officer)
                .filter(known -> known.on(day) && !known.kindOn(day).isMember())
                .filter(_ -> person(member)
                        .filter(known -> known.on(day) && known.kindOn(day).isMember())
                        .isPresent())
                .stream()
                .flatMap(document -> document.allocations().stream())
                .filter(allocation -> allocation.on(day))
                .anyMatch(allocation ->
                        allocation.member().filter(member.value()::equals).isPresent()
                                || allocation.group().isPresent()
                                        && allocation.group().equals(supported));
    }

    /** Whether a person holds, on a day, a post that carries a generic role such as {@code member-services}. */
    public boolean hasRole(PersonId person, String role, LocalDate day) {
        return postsOf(person, day).stream().anyMatch(post -> post.roles().contains(role));
    }

    /** The person in the post they hold on a day; empty for somebody who holds none. */
    public Optional<Responsible> responsible(PersonId person, LocalDate day) {
        return postsOf(person, day).stream()
                .findFirst()
                .map(post -> Responsible.officer(new PostId(post.id()), person));
    }

    public Optional<PersonId> holder(PostId post, LocalDate day) {
        return post(post).filter(found -> found.on(day)).flatMap(found -> first(found.holders(), day));
    }

    /** Who stands in for a post's holder on a day; empty also where they have left the council. */
    public Optional<PersonId> deputyOn(PostId post, LocalDate day) {
        return post(post)
                .filter(found -> found.on(day))
                .flatMap(found -> first(found.deputies(), day))
                .filter(deputy ->
                        person(deputy).filter(person -> person.on(day)).isPresent());
    }

    /** People in the order of their usernames, from the first after one on. */
    public Stream<PersonDocument> peopleAfter(String username) {
        return people.after(username);
    }

    /** Posts in the order of their keys, from the first after one on. */
    public Stream<PostDocument> postsAfter(String key) {
        return posts.after(key);
    }

    /** The posts above a post on a day, nearest first. A circle in the data ends the line instead of walking it for ever. */
    public List<PostId> lineAbove(PostId post, LocalDate day) {
        return posts.above(post.value(), day).stream().map(PostId::new).toList();
    }

    /** Whether an officer is among those who hold a post on a day. What a member holds gives no part in officers' work. */
    public boolean holds(PersonId officer, PostId post, LocalDate day) {
        return isOfficer(officer, day)
                && post(post).filter(found -> found.on(day)).stream()
                        .flatMap(found -> lasting(found.holders(), day))
                        .anyMatch(holder -> holder.person().equals(officer.value()));
    }

    /** Whether an officer holds, on a day, a post in the line above a post. */
    public boolean isAbove(PersonId officer, PostId post, LocalDate day) {
        return lineAbove(post, day).stream().anyMatch(above -> holds(officer, above, day));
    }

    /** All posts that have one of an officer's posts in the line above them. */
    public List<UUID> postsBelow(PersonId officer, LocalDate day) {
        return postsHeldAsOfficer(officer, day).stream()
                .flatMap(post -> posts.below(post.id(), day).stream())
                .distinct()
                .toList();
    }

    /** The post that the council's files call so. */
    public Optional<PostDocument> postByKey(String key) {
        return posts.find(key);
    }

    /** All posts that have that post in the line above them on a day. */
    public List<UUID> postsUnder(PostId top, LocalDate day) {
        return List.copyOf(posts.below(top.value(), day));
    }

    /**
     * A post and those above it as they are held on a day; one whose holder has left the council is vacant. Posts that
     * members hold are left out: nobody answers to them for an officer's work.
     *
     * @throws NotKnownYet if the line names a person or a post that is not known here
     */
    public ReportingLine reportingLine(PostId post, LocalDate day) {
        return new ReportingLine(
                Optional.of(step(post, day)),
                lineAbove(post, day).stream()
                        .map(above -> step(above, day))
                        .filter(above -> !isHeldByMember(above.post(), day))
                        .toList());
    }

    private ReportingLine.Step step(PostId above, LocalDate day) {
        PostDocument post = post(above).orElseThrow(() -> new NotKnownYet("post", above.value()));
        Optional<PersonId> holder = holder(above, day)
                .filter(person -> person(person)
                        .orElseThrow(() -> new NotKnownYet("person", person.value()))
                        .on(day))
                .filter(person -> isOfficer(person, day));
        return new ReportingLine.Step(above, holder, toldAs(post.asOf(day)));
    }

    private boolean isHeldByMember(PostId post, LocalDate day) {
        return holder(post, day).filter(holder -> !isOfficer(holder, day)).isPresent();
    }

    private static ToldAs toldAs(PostDocument post) {
        if (post.roles().contains("head-of-paid-service")) {
            return ToldAs.HEAD_OF_PAID_SERVICE;
        }
        return post.roles().contains("director") ? ToldAs.DIRECTOR : ToldAs.LINE_MANAGER;
    }
}
