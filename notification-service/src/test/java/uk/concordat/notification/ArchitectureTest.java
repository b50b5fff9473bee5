package uk.concordat.notification;

import java.util.Map;
import uk.concordat.kit.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super(
                "notification-service",
                "uk.concordat.notification",
                Map.of("domain", 6, "application", 5, "messaging", 2, "reactions", 1, "rest", 3));
    }
}
