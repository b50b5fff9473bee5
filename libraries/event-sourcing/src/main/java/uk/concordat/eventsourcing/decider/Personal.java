package uk.concordat.eventsourcing.decider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event that is a person's own words or data. It is stored apart from the event's facts, under
 * the person it belongs to, so that it can later be encrypted and erased for that person alone; it is never published.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Personal {

    /** The name of the component of the same event that holds the id of the person. */
    String of();
}
