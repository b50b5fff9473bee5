package uk.concordat.enquiry.application;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import uk.concordat.enquiry.domain.Direction;
import uk.concordat.enquiry.domain.Enquiry;
import uk.concordat.enquiry.domain.EnquiryProtocol;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.kit.problem.NotNow;
import uk.concordat.kit.protocol.MissingPack;
import uk.concordat.protocols.pack.ClockTerms;
import uk.concordat.protocols.pack.EnquiryTerms;
import uk.concordat.protocols.pack.Pack;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.pack.UnstatedTerm;

/**
 * The packs as enquiries are decided by them. A pack that names a policy unknown here stops the start of the service; one that
 * comes later is left out.
 */
@Startup
@ApplicationScoped
public class EnquiryProtocols {

    private static final Logger LOG = Logger.getLogger(EnquiryProtocols.class);

    private final PackLibrary packs;
    private final Map<PackId, Enquiry> deciders = new ConcurrentHashMap<>();

    public EnquiryProtocols(PackLibrary packs) {
        this.packs = packs;
        packs.ids().forEach(id -> deciders.put(id, decider(packs.pack(id))));
    }

    /**
     * The decider of enquiries under a pack.
     *
     * @throws NotNow if this service has no such pack, though a council has adopted it or somebody pinned it
     */
    public Enquiry under(PackId pack) {
        return find(pack).orElseThrow(() -> MissingPack.of(pack));
    }

    /** The decider of an enquiry: that of the pack which was in force when it was received. */
    public Enquiry of(Known enquiry) {
        return under(enquiry.particulars().protocol());
    }

    public boolean knows(PackId pack) {
        return find(pack).isPresent();
    }

    /** What the enquiry's protocol leaves open, and the clocks that its channel does not start. */
    public List<UnstatedTerm> unstated(Known enquiry) {
        var particulars = enquiry.particulars();
        EnquiryTerms terms = packs.find(particulars.protocol())
                .orElseThrow(() -> MissingPack.of(particulars.protocol()))
                .enquiries();
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

    private Optional<Enquiry> find(PackId id) {
        Enquiry known = deciders.get(id);
        return known == null ? packs.find(id).flatMap(this::come) : Optional.of(known);
    }

    /** One that has come since the start. */
    private Optional<Enquiry> come(Pack pack) {
        try {
            Enquiry decider = decider(pack);
            deciders.put(pack.id(), decider);
            return Optional.of(decider);
        } catch (IllegalArgumentException unknownPolicy) {
            LOG.errorf("A pack cannot be used by this build: %s", unknownPolicy.getMessage());
            return Optional.empty();
        }
    }

    private static Enquiry decider(Pack pack) {
        return new Enquiry(EnquiryProtocol.of(pack));
    }
}
