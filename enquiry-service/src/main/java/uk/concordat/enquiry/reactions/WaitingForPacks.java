package uk.concordat.enquiry.reactions;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.protocols.pack.PackId;

/**
 * How many enquiries have dates that cannot be counted again since their pack is not here. A pack is warned of when it is
 * first missed, and measured for as long as it is.
 */
@ApplicationScoped
public class WaitingForPacks {

    private static final Logger LOG = Logger.getLogger(WaitingForPacks.class);

    /** A pack that governs enquiries of a council and is not here. */
    record Missed(Tenant council, PackId pack) {

        private Tags tags() {
            return Tags.of("council", council.key(), "pack", pack.pack(), "version", pack.version());
        }
    }

    private final MultiGauge enquiries;
    private Map<Missed, Long> before = Map.of();

    public WaitingForPacks(MeterRegistry metrics) {
        this.enquiries = MultiGauge.builder("concordat.pack.missing.enquiries")
                .description("Enquiries whose dates cannot be counted again until their pack is here")
                .register(metrics);
    }

    /** @param waiting all there are now */
    synchronized void are(Map<Missed, Long> waiting) {
        waiting.forEach((missed, many) -> {
            if (!before.containsKey(missed)) {
                LOG.warnf(
                        "The pack %s is not here: until it is, dates of %d enquiries of %s stay as they are",
                        missed.pack(), many, missed.council());
            }
        });
        before.keySet().stream()
                .filter(missed -> !waiting.containsKey(missed))
                .forEach(missed ->
                        LOG.infof("No dates of %s wait for the pack %s any more", missed.council(), missed.pack()));
        enquiries.register(
                waiting.entrySet().stream()
                        .map(each -> MultiGauge.Row.of(each.getKey().tags(), each.getValue()))
                        .toList(),
                true);
        before = Map.copyOf(waiting);
    }
}
