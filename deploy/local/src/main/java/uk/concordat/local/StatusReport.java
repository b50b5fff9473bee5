package uk.concordat.local;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What runs, where, since when ready, and what time the council has. */
final class StatusReport {

    private static final String LINE = "%-22s %-8s %-9s %-7s %s";

    private StatusReport() {}

    static String of(LocalStack stack) {
        List<String> lines = new ArrayList<>();
        lines.add(LINE.formatted("component", "pid", "memory", "port", ""));
        List<ProcessHandle> all = new ArrayList<>();
        for (Component component : stack.components()) {
            List<ProcessHandle> processes = component.processes();
            all.addAll(processes);
            lines.add(LINE.formatted(
                    component.name(),
                    processes.isEmpty() ? "-" : processes.getFirst().pid(),
                    memory(processes),
                    component.port(),
                    state(component)));
        }
        lines.add(LINE.formatted("all", "", memory(all), "", ""));
        lines.add(time(stack));
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String state(Component component) {
        if (!component.isRunning()) {
            return "stopped";
        }
        return component.isReady() ? "ready" : "running, not ready";
    }

    private static String memory(List<ProcessHandle> processes) {
        OptionalLong mebibytes = Memory.of(processes);
        return mebibytes.isPresent() ? mebibytes.getAsLong() + " MiB" : "-";
    }

    private static String time(LocalStack stack) {
        if (!stack.isRunning("postgres")) {
            return "Business time: kept in PostgreSQL, which does not run";
        }
        return "Business time: %s, %s"
                .formatted(
                        Moments.show(stack.clock().now()),
                        Moments.show(stack.clock().shift()));
    }
}
