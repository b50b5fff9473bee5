package uk.concordat.notification.domain;

/** The clock is refused nothing: what it may not report it does not report. */
public enum NoRefusal {}
