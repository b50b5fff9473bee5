package uk.concordat.protocols.authority;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rules that a line of a table of authority serves, by their ids in {@code rules.csv}. It is there to be read: whether
 * a council's protocol has such a rule changes nothing in who may do what.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Serves {

    /** One id or more. */
    String[] value();
}
