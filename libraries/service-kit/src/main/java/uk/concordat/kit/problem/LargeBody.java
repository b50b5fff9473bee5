package uk.concordat.kit.problem;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What takes more than a mebibyte, such as files. It must not hold all of it in memory. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LargeBody {

    /** Some less than {@code quarkus.http.limits.max-body-size}, at which the connection is cut. */
    int mebibytes();
}
