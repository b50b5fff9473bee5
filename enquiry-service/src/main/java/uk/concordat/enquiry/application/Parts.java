package uk.concordat.enquiry.application;

import java.util.EnumSet;
import java.util.Set;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.Part;
import uk.concordat.enquiry.domain.Particulars;
import uk.concordat.enquiry.domain.Standing;
import uk.concordat.enquiry.views.visibleenquiries.Successors;
import uk.concordat.kit.command.Situation;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** What the caller is today, by the council's present documents: in the council, and to an enquiry. */
final class Parts {

    private Parts() {}

    static Set<Standing> of(Situation situation) {
        if (situation.caller().person().kind().isMember()) {
            return Set.of(Standing.MEMBER);
        }
        boolean inPost = !situation
                .directory()
                .postsOf(situation.caller().id(), situation.today())
                .isEmpty();
        return inPost ? Set.of(Standing.OFFICER, Standing.OFFICER_IN_POST) : Set.of(Standing.OFFICER);
    }

    static Set<Part> of(Known enquiry, Situation situation) {
        Particulars particulars = enquiry.particulars();
        PersonId caller = situation.caller().id();
        Successors successors = Successors.today(situation);
        Set<Part> parts = EnumSet.noneOf(Part.class);
        switch (particulars.direction()) {
            case MEMBER_TO_OFFICER -> {
                add(parts, Part.ASKING_MEMBER, caller.equals(particulars.member()));
                add(
                        parts,
                        Part.LOGGER,
                        particulars.loggedBy().filter(caller::equals).isPresent());
                enquiry.file().responsible().postId().ifPresent(post -> {
                    addByPost(parts, caller, post, situation);
                    add(parts, Part.STANDS_FOR_HOLDER, successors.standsForHolder(caller, post));
                });
                add(parts, Part.STANDS_FOR_ASKER, successors.standsForAsker(caller, particulars.member()));
            }
            case OFFICER_TO_MEMBER -> {
                add(
                        parts,
                        Part.ASKING_OFFICER,
                        caller.equals(particulars.officer().personId()));
                add(parts, Part.ASKED_MEMBER, caller.equals(particulars.member()));
                add(
                        parts,
                        Part.STANDS_FOR_ASKER,
                        successors.standsForAsker(caller, particulars.officer().personId()));
            }
        }
        return parts;
    }

    private static void addByPost(Set<Part> parts, PersonId caller, PostId post, Situation situation) {
        add(parts, Part.HOLDER, situation.directory().holds(caller, post, situation.today()));
        add(parts, Part.ABOVE, situation.directory().isAbove(caller, post, situation.today()));
    }

    private static void add(Set<Part> parts, Part part, boolean is) {
        if (is) {
            parts.add(part);
        }
    }
}
