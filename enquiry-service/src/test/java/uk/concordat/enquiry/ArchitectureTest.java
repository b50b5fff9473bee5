package uk.concordat.enquiry;

import java.util.Map;
import uk.concordat.kit.testing.ServiceArchitecture;

class ArchitectureTest extends ServiceArchitecture {

    ArchitectureTest() {
        super(
                "enquiry-service",
                "uk.concordat.enquiry",
                Map.of("domain", 20, "application", 6, "messaging", 3, "reactions", 1, "views", 2, "rest", 8));
    }
}
