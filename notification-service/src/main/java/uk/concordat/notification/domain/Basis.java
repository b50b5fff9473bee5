package uk.concordat.notification.domain;

/** What a date rests on: {@code protocol}, {@code local-target} or {@code promise}, and the rule and paragraph. */
public record Basis(String source, String rule, String paragraph, String reading) {}
