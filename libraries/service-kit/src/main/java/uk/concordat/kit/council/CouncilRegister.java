package uk.concordat.kit.council;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import uk.concordat.eventsourcing.database.DatabaseFailure;
import uk.concordat.eventsourcing.database.Tenant;

/** The keys of the councils that this service has heard of; what runs for all councils runs for each of these. */
@ApplicationScoped
public class CouncilRegister {

    private final DataSource dataSource;
    private final Set<Tenant> added = ConcurrentHashMap.newKeySet();

    public CouncilRegister(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void add(Tenant council) {
        if (added.contains(council)) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into council_register (council) values (?) on conflict do nothing")) {
            statement.setString(1, council.key());
            statement.executeUpdate();
            added.add(council);
        } catch (SQLException failure) {
            throw DatabaseFailure.of("A council could not be registered", failure);
        }
    }

    public List<Tenant> all() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select council from council_register order by council");
                ResultSet row = statement.executeQuery()) {
            List<Tenant> councils = new ArrayList<>();
            while (row.next()) {
                councils.add(new Tenant(row.getString(1)));
            }
            return List.copyOf(councils);
        } catch (SQLException failure) {
            throw DatabaseFailure.of("The councils could not be read", failure);
        }
    }
}
