package uk.concordat.local;

import java.nio.file.Path;

/** The JDK and the class path this process runs on, for the processes it starts. */
final class Jdk {

    private Jdk() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String classPath() {
        // Surefire hides the class path of a test behind a jar and tells it here.
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
