package uk.concordat.enquiry.domain;

/** What starts a deadline at receipt: a policy that a pack names, or a target of the council's own. */
sealed interface Clock permits WorkingDaysFromReceipt, LocalTargetFromReceipt {

    DeadlineSet start(ClockStart start);
}
