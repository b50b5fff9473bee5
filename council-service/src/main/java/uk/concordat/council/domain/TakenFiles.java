package uk.concordat.council.domain;

import java.util.ArrayList;
import java.util.List;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.eventsourcing.decider.Decision;

/** What a council's files change: only what differs from what is known becomes an event. */
final class TakenFiles {

    private TakenFiles() {}

    static Decision<CouncilEvent, ImportRefusal> decide(ImportFiles command, CouncilState state) {
        List<ImportFault> faults = FileChecks.of(command.files(), command.packs(), state);
        if (!faults.isEmpty()) {
            return Decision.refuse(new ImportRefusal(faults));
        }
        List<CouncilEvent> events = new ArrayList<>();
        Profile profile = profile(command.files().profile(), state);
        if (!state.knows(profile)) {
            events.add(new ProfileRecorded(profile));
        }
        TakenPeople people = new TakenPeople(command, state);
        for (PersonLine line : command.files().people()) {
            Person person = people.person(line);
            if (!state.knows(person)) {
                events.add(PersonRecorded.of(person));
            }
        }
        for (PostLine line : command.files().posts()) {
            Post post = people.post(line);
            if (!state.knows(post)) {
                events.add(new PostRecorded(post));
            }
        }
        return new Decision.Accepted<>(events);
    }

    /** The files say nothing of the council's own non-working days, so those that are known stay. */
    private static Profile profile(CouncilFiles.ProfileLine line, CouncilState state) {
        return new Profile(
                line.key(),
                line.name(),
                line.reference(),
                line.zone(),
                protocols(line, state),
                state.profile().map(Profile::calendarVersion).orElse("1"),
                state.profile().map(Profile::closedDays).orElse(List.of()),
                line.settings());
    }

    /** A file names one pack or none; those that were adopted before it stay known. */
    private static List<Profile.Adopted> protocols(CouncilFiles.ProfileLine line, CouncilState state) {
        List<Profile.Adopted> known = state.profile().map(Profile::protocols).orElse(List.of());
        return line.pack()
                .map(pack -> Profile.adopting(known, new Profile.Adopted(pack, line.from())))
                .orElse(known);
    }
}
