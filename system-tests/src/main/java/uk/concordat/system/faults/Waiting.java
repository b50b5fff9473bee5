package uk.concordat.system.faults;

import uk.concordat.system.Stored;

/** What notification-service holds of a subject. */
record Waiting(Stored stored) {

    private static final String DATABASE = "notification";

    long heldOf(String subject) {
        return stored.count(DATABASE, "parked where subject = '%s'".formatted(subject));
    }

    long lastTakenOf(String subject) {
        return stored.rows(
                        DATABASE,
                        "select coalesce(max(sequence), 0) from inbox where subject = '%s'".formatted(subject),
                        row -> row.getLong(1))
                .getFirst();
    }

    long effectsOf(String subject) {
        return stored.count(DATABASE, "deadline_watch where case_subject = '%s'".formatted(subject));
    }

    /** Why it is held. */
    String causeOf(String subject) {
        return stored.rows(
                        DATABASE,
                        "select coalesce(string_agg(kind || ': ' || cause, '; ' order by sequence), '') from parked where subject = '%s'"
                                .formatted(subject),
                        row -> row.getString(1))
                .getFirst();
    }
}
