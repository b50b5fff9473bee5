package uk.concordat.enquiry.domain;

/** A policy that starts a deadline at receipt. Packs name policies; what a policy does stands in its class. */
sealed interface Clock permits WorkingDaysFromReceipt {

    DeadlineSet start(ClockStart start);
}
