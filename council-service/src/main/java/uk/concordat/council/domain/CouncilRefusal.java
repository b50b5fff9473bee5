package uk.concordat.council.domain;

import uk.concordat.protocols.refusal.Refusal;

/** Why something was not done to a council. */
public sealed interface CouncilRefusal extends Refusal
        permits ImportRefusal, CalendarRefusal, SettingsRefusal, AdoptionRefusal, ProvisioningRefusal {}
