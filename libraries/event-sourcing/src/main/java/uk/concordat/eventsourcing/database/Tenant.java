package uk.concordat.eventsourcing.database;

/** Whose data: every row of every tenant table carries it, and the database shows a transaction no other. */
public record Tenant(String key) {
    public Tenant {
        if (!key.matches("[a-z][a-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("A tenant's key is 1 to 63 of a-z, 0-9 and -, letter first: " + key);
        }
    }

    @Override
    public String toString() {
        return key;
    }
}
