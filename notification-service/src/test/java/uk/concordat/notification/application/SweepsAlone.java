package uk.concordat.notification.application;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.UniquenessViolated;
import uk.concordat.kit.testing.RealBackends;
import uk.concordat.notification.http.MailPorts;

/** A test that sweeps a database of its own: nothing is reported in it but by the test. */
@WithTestResource(
        value = RealBackends.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "notification-service"))
@WithTestResource(value = MailPorts.class, scope = TestResourceScope.GLOBAL)
abstract class SweepsAlone {

    static final Tenant COUNCIL = new Tenant("city-of-london");

    OwnDatabase database;

    @BeforeEach
    void databaseWithoutRows() throws SQLException {
        database = OwnDatabase.clean();
    }

    /** Sweeps until nothing is due, as a replica does that comes second now and then. */
    static void drain(LapseSweep replica) {
        boolean isMore = true;
        while (isMore) {
            try {
                isMore = replica.of(COUNCIL);
            } catch (UniquenessViolated cameSecond) {
                isMore = true;
            }
        }
    }

    /** Each report so far as {@code name-n revision.rung}, in the order in which the relay sends them. */
    List<String> reports() {
        return database.read("""
                select convert_from(value, 'UTF8')::jsonb -> 'case' ->> 'subject' || ' '
                  || (convert_from(value, 'UTF8')::jsonb ->> 'revision') || '.' || (convert_from(value, 'UTF8')::jsonb ->> 'rung')
                from outbox order by position""");
    }
}
