package uk.concordat.eventsourcing.relay;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection, for one thread: connecting takes the tests' server longer than what the relay asks of it. */
final class OneConnection implements AutoCloseable {

    private final DataSource connecting;
    private final Connection kept;

    OneConnection(DataSource connecting) throws SQLException {
        this.connecting = connecting;
        this.kept = connecting.getConnection();
    }

    DataSource dataSource() {
        Connection lent = Intercepted.calls(
                Connection.class, kept, (call, _) -> call.name().equals("close") ? null : call.go());
        return Intercepted.calls(
                DataSource.class, connecting, (call, _) -> call.name().equals("getConnection") ? lent : call.go());
    }

    @Override
    public void close() throws SQLException {
        kept.close();
    }
}
