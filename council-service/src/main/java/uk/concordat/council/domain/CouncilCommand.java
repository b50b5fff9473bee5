package uk.concordat.council.domain;

/** What may be asked of a council. */
public sealed interface CouncilCommand
        permits ImportFiles,
                ProclaimNonWorkingDay,
                WithdrawNonWorkingDay,
                ChangeSettings,
                AdoptProtocol,
                WithdrawAdoption,
                CloseOffices,
                ShortenClosure,
                WithdrawClosure,
                ProvisioningCommand {}
