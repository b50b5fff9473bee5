package uk.concordat.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.notification.domain.QuietHours;

/**
 * When a council sends mail: not in the quiet hours that it has set for itself. What is due in them stays as it is, and is
 * due when they end. They go by business time, as all that the council says does.
 */
@ApplicationScoped
public class SendingHours {

    private final Directories directories;

    public SendingHours(Directories directories) {
        this.directories = directories;
    }

    boolean areNow(Transaction transaction) {
        return directories
                .present(transaction)
                .filter(council -> isQuiet(council, transaction))
                .isEmpty();
    }

    private static boolean isQuiet(Directory council, Transaction transaction) {
        return council.council()
                .settingsOn(council.day(transaction.now()))
                .quietHours()
                .filter(hours -> new QuietHours(hours.from(), hours.to()).at(transaction.now(), council.zone()))
                .isPresent();
    }
}
