package uk.concordat.council.domain;

import uk.concordat.protocols.people.PersonId;

/** The directory no longer speaks of a person. */
public record WithdrawPerson(PersonId of, ProvisioningSituation situation) implements ProvisioningCommand {}
