package uk.concordat.eventsourcing.database;

/** Whose data: every row of every tenant table carries it, and the database shows a transaction no other. */
public record Tenant(String key) {
    public Tenant {
        if (!isKey(key)) {
            throw new IllegalArgumentException("A tenant's key is 1 to 63 of a-z, 0-9 and -, letter first: " + key);
        }
    }

    /** Whether a tenant could have this key. */
    public static boolean isKey(String text) {
        return text.matches("[a-z][a-z0-9-]{0,62}");
    }

    @Override
    public String toString() {
        return key;
    }
}
