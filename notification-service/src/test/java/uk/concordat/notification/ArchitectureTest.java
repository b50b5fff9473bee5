package uk.concordat.notification;

import java.util.Map;
import uk.concordat.kit.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super(
                "notification-service",
                "uk.concordat.notification",
                Map.of("domain", 14, "application", 10, "messaging", 2, "reactions", 1, "rest", 6));
    }
}
