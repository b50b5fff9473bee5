package uk.concordat.eventsourcing.inbox;

/** Who may speak on a topic. What stands there under another source is no message, whatever it says. */
@FunctionalInterface
public interface Senders {

    boolean maySpeak(String topic, String source);
}
