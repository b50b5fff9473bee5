package uk.concordat.notification.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.kit.testing.StoredExamples;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.notification.domain.DeadlineLapsed;
import uk.concordat.notification.domain.LapseEvent;
import uk.concordat.notification.domain.Lapses;
import uk.concordat.protocols.deadlines.DeadlineId;

class StoredExamplesTest extends StoredExamples<Set<Lapses.Reported>, LapseEvent> {

    StoredExamplesTest() {
        super(LapseStreams.types(), new Lapses().initial(), new Lapses()::evolve);
    }

    @Override
    protected List<LapseEvent> written() {
        return List.of(new DeadlineLapsed(
                new DeadlineId(UUID.fromString("01980000-0000-7000-8000-000000000006")),
                1,
                0,
                Instant.parse("2026-12-31T00:00:00Z"),
                new CaseReference("/councils/harlow/enquiries", "01980000-0000-7000-8000-000000000001"),
                Instant.parse("2026-12-31T00:00:00.250Z")));
    }

    @Override
    protected String describe(Set<Lapses.Reported> state) {
        return state.stream()
                .map(reported -> reported.revision() + "/" + reported.rung())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
