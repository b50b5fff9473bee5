package uk.concordat.enquiry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.ServiceUnderTest;

/** The connections of a service whose database's address has parameters of its own. */
@QuarkusTest
class ConnectionsTest extends OverHttp {

    @Inject
    AgroalDataSource application;

    @Inject
    @DataSource("relay")
    AgroalDataSource relay;

    @Test
    void both_roles_tell_the_server_which_service_they_are_of() {
        assertThat(ServiceUnderTest.count(
                        "pg_stat_activity", "usename = 'enquiry_app' and application_name = 'enquiry-service'"))
                .isPositive();
        assertThat(ServiceUnderTest.count(
                        "pg_stat_activity", "usename = 'enquiry_relay' and application_name = 'enquiry-service-relay'"))
                .isPositive();
    }

    @Test
    void the_drivers_settings_are_kept_beside_those_of_the_address() throws SQLException {
        for (AgroalDataSource source : List.of(application, relay)) {
            assertThat(settings(source))
                    .containsEntry("tcpKeepAlive", "true")
                    .containsEntry("connectTimeout", "3")
                    .containsEntry("logServerErrorDetail", "false");
            try (Connection connection = source.getConnection()) {
                assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
            }
        }
        assertThat(settings(application))
                .containsEntry("prepareThreshold", "3")
                .containsEntry("reWriteBatchedInserts", "true");
    }

    private static Properties settings(AgroalDataSource source) {
        return source.getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcProperties();
    }
}
