package uk.concordat.eventsourcing.inbox;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Real connections that are lost when their commit has come through, but before anybody hears of it. */
final class UnheardCommit {

    private UnheardCommit() {}

    static DataSource on(DataSource dataSource) {
        return wrapped(
                DataSource.class,
                dataSource,
                "getConnection",
                connection -> wrapped(
                        Connection.class, Connection.class.cast(Objects.requireNonNull(connection)), "commit", _ -> {
                            throw new SQLException("The connection was lost", "08006");
                        }));
    }

    @FunctionalInterface
    private interface Afterwards {
        Object then(@Nullable Object result) throws SQLException;
    }

    private static <T> T wrapped(Class<T> type, T real, String method, Afterwards afterwards) {
        return type.cast(Proxy.newProxyInstance(
                UnheardCommit.class.getClassLoader(), new Class<?>[] {type}, (_, called, arguments) -> {
                    try {
                        Object result = called.invoke(real, arguments);
                        return called.getName().equals(method) ? afterwards.then(result) : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }
}
