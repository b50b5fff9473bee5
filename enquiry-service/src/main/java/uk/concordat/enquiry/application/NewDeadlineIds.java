package uk.concordat.enquiry.application;

import com.fasterxml.uuid.Generators;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.deadlines.DeadlineKind;

/** An id for each deadline that a command may set. */
final class NewDeadlineIds {

    private NewDeadlineIds() {}

    static Map<DeadlineKind, DeadlineId> all() {
        Map<DeadlineKind, DeadlineId> ids = new EnumMap<>(DeadlineKind.class);
        Arrays.stream(DeadlineKind.values())
                .forEach(kind -> ids.put(
                        kind,
                        new DeadlineId(Generators.timeBasedEpochGenerator().generate())));
        return ids;
    }
}
