package uk.concordat.council.application;

import uk.concordat.council.domain.AdoptionEvent.AdoptionWithdrawn;
import uk.concordat.council.domain.AdoptionEvent.ProtocolAdopted;
import uk.concordat.council.domain.ClosureEvent.ClosureShortened;
import uk.concordat.council.domain.ClosureEvent.ClosureWithdrawn;
import uk.concordat.council.domain.ClosureEvent.OfficesClosed;
import uk.concordat.council.domain.CompositionEvent.BodyRecorded;
import uk.concordat.council.domain.CompositionEvent.ElectionRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupMembershipsRecorded;
import uk.concordat.council.domain.CompositionEvent.GroupRecorded;
import uk.concordat.council.domain.CompositionEvent.WardRecorded;
import uk.concordat.council.domain.CouncilEvent;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayProclaimed;
import uk.concordat.council.domain.CouncilEvent.NonWorkingDayWithdrawn;
import uk.concordat.council.domain.CouncilEvent.PersonRecorded;
import uk.concordat.council.domain.CouncilEvent.PostRecorded;
import uk.concordat.council.domain.CouncilEvent.ProfileRecorded;
import uk.concordat.council.domain.CouncilEvent.SettingsChanged;
import uk.concordat.council.domain.ProvisioningEvent.GroupMembersChanged;
import uk.concordat.council.domain.ProvisioningEvent.GroupProvisioned;
import uk.concordat.council.domain.ProvisioningEvent.GroupWithdrawn;
import uk.concordat.council.domain.ProvisioningEvent.PersonProvisioned;
import uk.concordat.eventsourcing.store.EventTypes;

/** What a council's events are called on disk, for ever. */
final class CouncilEventTypes {

    private CouncilEventTypes() {}

    static EventTypes<CouncilEvent> table() {
        return EventTypes.of(CouncilEvent.class)
                .type("profile-recorded", 1, ProfileRecorded.class)
                .type("person-recorded", 1, PersonRecorded.class)
                .type("post-recorded", 1, PostRecorded.class)
                .type("non-working-day-proclaimed", 1, NonWorkingDayProclaimed.class)
                .type("non-working-day-withdrawn", 1, NonWorkingDayWithdrawn.class)
                .type("settings-changed", 1, SettingsChanged.class)
                .type("protocol-adopted", 1, ProtocolAdopted.class)
                .type("adoption-withdrawn", 1, AdoptionWithdrawn.class)
                .type("offices-closed", 1, OfficesClosed.class)
                .type("closure-shortened", 1, ClosureShortened.class)
                .type("closure-withdrawn", 1, ClosureWithdrawn.class)
                .type("group-recorded", 1, GroupRecorded.class)
                .type("group-memberships-recorded", 1, GroupMembershipsRecorded.class)
                .type("ward-recorded", 1, WardRecorded.class)
                .type("body-recorded", 1, BodyRecorded.class)
                .type("election-recorded", 1, ElectionRecorded.class)
                .type("person-provisioned", 1, PersonProvisioned.class)
                .type("group-provisioned", 1, GroupProvisioned.class)
                .type("group-members-changed", 1, GroupMembersChanged.class)
                .type("group-withdrawn", 1, GroupWithdrawn.class)
                .build();
    }
}
