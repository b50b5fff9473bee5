package uk.concordat.council.domain;

import java.time.LocalTime;

/** From a time of day in the council up to another, the next day's where it is not later: no mail is sent then. */
public record QuietHours(LocalTime from, LocalTime to) {}
