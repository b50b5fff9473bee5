package uk.concordat.council.domain;

/** What is wrong in a line of a file, and what to do about it. Line 1 is the heading. */
public record ImportFault(String file, long line, String column, String problem, String remedy) {}
