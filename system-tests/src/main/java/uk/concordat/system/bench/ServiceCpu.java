package uk.concordat.system.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The process of a service of the stack, and the processor's time that it has used: that counts even on a machine that is shared. */
record ServiceCpu(ProcessHandle process) {

    /** @param directory the stack's */
    static ServiceCpu of(String service, Path directory) {
        String mark = "-Dconcordat.component=%s@%s".formatted(service, directory);
        return ProcessHandle.allProcesses()
                .filter(process -> arguments(process).contains(mark))
                .findFirst()
                .map(ServiceCpu::new)
                .orElseThrow(() -> new BenchFailure("The process of " + service + " is not found"));
    }

    /** What its JVM was told beside what to run. */
    List<String> flags() {
        return arguments(process).stream()
                .filter(argument -> argument.startsWith("-X"))
                .toList();
    }

    /** In all, since it was started. */
    Duration used() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new BenchFailure("The system does not say what time a process has used"));
    }

    /** How much of it each of so many takes, in milliseconds. */
    double millisecondsEach(int times, Runnable act) {
        Duration before = used();
        for (int i = 0; i < times; i++) {
            act.run();
        }
        return used().minus(before).toNanos() / 1e6 / times;
    }

    private static List<String> arguments(ProcessHandle process) {
        return process.info().arguments().map(Arrays::asList).orElse(List.of());
    }
}
