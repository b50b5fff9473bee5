package uk.concordat.notification.domain;

/** The case that a deadline is of, as its owner publishes it: the CloudEvents source and subject. */
public record CaseReference(String source, String subject) {}
