package uk.concordat.notification.mail;

import java.time.LocalDate;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.notification.domain.MailAddress;
import uk.concordat.protocols.people.PersonId;

/** Where a person's mail goes on a day. */
sealed interface Addressee {

    record At(MailAddress address) implements Addressee {}

    /**
     * It goes nowhere.
     *
     * @param why a word of ours
     */
    record Nowhere(String why) implements Addressee {}

    static Addressee of(PersonId person, LocalDate day, Directory council) {
        if (council.person(person).filter(known -> !known.on(day)).isPresent()) {
            return new Nowhere("left");
        }
        return council.person(person)
                .flatMap(PersonDocument::email)
                .flatMap(MailAddress::of)
                .<Addressee>map(At::new)
                .orElseGet(() -> new Nowhere("bad-address"));
    }
}
