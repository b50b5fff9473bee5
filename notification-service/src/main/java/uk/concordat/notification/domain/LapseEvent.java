package uk.concordat.notification.domain;

/** What the clock has reported of a deadline. */
public sealed interface LapseEvent permits DeadlineLapsed {}
