package uk.concordat.eventsourcing.inbox;

/** Where a record stands: its sender's subject, and which of that subject's records it is. */
record Place(String source, String subject, long sequence) {}
