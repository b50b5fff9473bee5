package uk.concordat.eventsourcing.relay;

/** How much there is, or may be, in hand. */
record Load(int rows, long bytes) {

    static final Load NONE = new Load(0, 0);

    static Load of(Iterable<OutboxRow> rows) {
        Load load = NONE;
        for (OutboxRow row : rows) {
            load = load.plus(row);
        }
        return load;
    }

    Load plus(OutboxRow row) {
        return new Load(rows + 1, bytes + row.bytes());
    }

    Load without(Load other) {
        return new Load(Math.max(0, rows - other.rows), Math.max(0, bytes - other.bytes));
    }

    boolean isNone() {
        return rows == 0 || bytes == 0;
    }
}
