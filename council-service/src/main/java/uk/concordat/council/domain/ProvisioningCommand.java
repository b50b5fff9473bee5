package uk.concordat.council.domain;

/** What a council's directory tells it to take in. */
public sealed interface ProvisioningCommand extends CouncilCommand
        permits ProvisionPerson, WithdrawPerson, ProvisionGroup, WithdrawGroup {}
