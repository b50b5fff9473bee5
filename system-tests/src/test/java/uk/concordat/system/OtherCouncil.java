package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

/** A council of which another's people must learn nothing, by its key, what its references begin with, and one of its enquiries. */
record OtherCouncil(String key, String references, Portal.Answer enquiry) {

    void isHiddenFrom(Portal portal, String person) {
        assertThat(portal.enquiry(person, enquiry).status()).isEqualTo(404);
        assertThat(Shown.references(portal, person)).noneMatch(reference -> reference.startsWith(references));
        assertThat(portal.told(person).toString()).doesNotContain(references + "-E-");
        assertThat(portal.get(person, "council-service", "/councils/" + key + "/non-working-days")
                        .status())
                .isEqualTo(404);
    }
}
