package uk.concordat.local;

import java.util.List;
import java.util.OptionalLong;

/** One component of a running stack, to be looked at and to be held up. */
public final class StackPart {

    private final Component component;

    StackPart(Component component) {
        this.component = component;
    }

    /** Stops all its processes where they are (SIGSTOP), as a pause of its machine would. */
    public void freeze() {
        Signal.STOP.send(component.processes());
    }

    /** Lets them go on where they were (SIGCONT). */
    public void wake() {
        Signal.CONT.send(component.processes());
    }

    /** Whether it answers now. */
    public boolean isReady() {
        return component.isReady();
    }

    /** The ids of its processes; it has others after a start. */
    public List<Long> pids() {
        return component.processes().stream().map(ProcessHandle::pid).toList();
    }

    /** What it holds of memory, in MiB; empty where the system does not tell. */
    public OptionalLong memory() {
        return Memory.of(component.processes());
    }
}
