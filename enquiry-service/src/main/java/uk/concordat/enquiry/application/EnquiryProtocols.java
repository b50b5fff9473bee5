package uk.concordat.enquiry.application;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.enquiry.domain.Direction;
import uk.concordat.enquiry.domain.Enquiry;
import uk.concordat.enquiry.domain.EnquiryProtocol;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.kit.problem.NotNow;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.pack.UnstatedTerm;

/** The packs as enquiries are decided by them. A pack that names a policy unknown here stops the start of the service. */
@Startup
@ApplicationScoped
public class EnquiryProtocols {

    private final PackLibrary packs;
    private final Map<PackId, Enquiry> deciders;

    public EnquiryProtocols(PackLibrary packs) {
        this.packs = packs;
        this.deciders = packs.ids().stream()
                .collect(Collectors.toMap(Function.identity(), id -> new Enquiry(EnquiryProtocol.of(packs.pack(id)))));
    }

    /**
     * The decider of enquiries under a pack.
     *
     * @throws NotNow if this service has no such pack, though somebody pinned it
     */
    public Enquiry under(PackId pack) {
        Enquiry decider = deciders.get(pack);
        if (decider == null) {
            throw new NotNow("pack-missing", "The pack %s, which governs this, is not here now.".formatted(pack));
        }
        return decider;
    }

    /** The decider of an enquiry: that of the pack which was in force when it was received. */
    public Enquiry of(Known enquiry) {
        return under(enquiry.particulars().protocol());
    }

    public boolean knows(PackId pack) {
        return deciders.containsKey(pack);
    }

    /** What the enquiry's protocol leaves open, and the clocks that its channel does not start. */
    public List<UnstatedTerm> unstated(Known enquiry) {
        var particulars = enquiry.particulars();
        EnquiryTerms terms = packs.pack(particulars.protocol()).enquiries();
        boolean toMember = particulars.direction() == Direction.OFFICER_TO_MEMBER;
        List<ClockTerms> clocks = toMember ? terms.officerToMember().clocks() : terms.clocks();
        List<UnstatedTerm> unstated = new ArrayList<>();
        if (!terms.channels().contains(particulars.channel().code())) {
            // A follow-up in writing starts the clock that what was asked by word of mouth did not.
            clocks.stream()
                    .filter(clock -> enquiry.deadlines().stream()
                            .noneMatch(deadline -> deadline.kind().code().equals(clock.kind())))
                    .forEach(clock -> unstated.add(new UnstatedTerm(clock.kind(), terms.channelsRule())));
        }
        unstated.addAll(toMember ? terms.officerToMember().unstated() : terms.unstated());
        return List.copyOf(unstated);
    }
}
