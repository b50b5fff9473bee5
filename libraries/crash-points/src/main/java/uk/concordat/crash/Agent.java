package uk.concordat.crash;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Loaded by {@code -javaagent:crash-points.jar=FILE}: the process ends at the point whose code is written to the file. */
public final class Agent {

    private Agent() {}

    public static void premain(String file, Instrumentation instrumentation) {
        Crash.choose(Path.of(file));
        instrumentation.addTransformer(new AtItsPoints());
    }

    private static final class AtItsPoints implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String internalName,
                @Nullable Class<?> redefined,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            List<CrashPoint> points = of(internalName.replace('/', '.'));
            if (points.isEmpty() || loader == null) {
                return null;
            }
            try {
                return Weaver.weave(bytes, points, loader).bytes();
            } catch (RuntimeException failure) {
                // The JVM would pass over it, and the test would wait for an end that cannot come.
                System.err.println("No crash point can be put into " + internalName + ": " + failure);
                Runtime.getRuntime().halt(1);
                return null;
            }
        }

        private static List<CrashPoint> of(String className) {
            return Arrays.stream(CrashPoint.values())
                    .filter(point -> point.place().className().equals(className))
                    .toList();
        }
    }
}
