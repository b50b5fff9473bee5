package uk.concordat.council;

import java.util.Map;
import uk.concordat.kit.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super(
                "council-service",
                "uk.concordat.council",
                Map.of("domain", 10, "application", 2, "imports", 2, "messaging", 1, "reactions", 1, "rest", 2));
    }
}
