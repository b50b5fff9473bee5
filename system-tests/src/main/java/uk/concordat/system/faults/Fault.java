package uk.concordat.system.faults;

/** Something that breaks under a stack at work. */
interface Fault {

    /** Breaks it while people are at work, and returns when everything runs again. */
    void strike(Scene scene);

    /** What must be true beyond I1 to I7, once nobody is at work any more and all has come to rest. */
    default void check(Scene scene) {}
}
