package uk.concordat.crash;

import java.util.Optional;
import java.util.Set;

/**
 * A place in the code of a class.
 *
 * @param moment before or after a call, or on leaving the method
 * @param called the simple name of a class and its method, such as {@code RoundTrip.send}; none on leaving
 * @param methods in which of the class's methods, and in the lambdas in them
 * @param under a class that must be on the stack for the place to count
 */
record Place(Moment moment, Optional<String> called, String className, Set<String> methods, Optional<String> under) {

    enum Moment {
        BEFORE,
        AFTER,
        ON_LEAVING
    }

    /** A moment, of which it is still to be said where. */
    record Sought(Moment moment, Optional<String> called) {
        Place in(String className, String... methods) {
            return new Place(moment, called, className, Set.of(methods), Optional.empty());
        }
    }

    static Sought before(String called) {
        return new Sought(Moment.BEFORE, Optional.of(called));
    }

    static Sought after(String called) {
        return new Sought(Moment.AFTER, Optional.of(called));
    }

    static Sought onLeaving() {
        return new Sought(Moment.ON_LEAVING, Optional.empty());
    }

    Place under(String caller) {
        return new Place(moment, called, className, methods, Optional.of(caller));
    }

    boolean isIn(String method) {
        return methods.contains(method) || methods.stream().anyMatch(name -> method.startsWith("lambda$" + name + "$"));
    }

    boolean isCallOf(String owner, String method) {
        String simpleName = owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
        return called.filter(sought -> sought.equals(simpleName + "." + method)).isPresent();
    }
}
