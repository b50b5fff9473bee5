package uk.concordat.system.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several faults at the same time, each for as long as its short form takes. */
final class Together implements Fault {

    private record Part(NamedFault named, Fault fault) {}

    private final List<Part> parts;

    Together(List<NamedFault> faults) {
        this.parts =
                faults.stream().map(named -> new Part(named, named.fault())).toList();
    }

    @Override
    public void strike(Scene scene) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> striking = new ArrayList<>();
            parts.forEach(part -> striking.add(threads.submit(
                    () -> part.fault().strike(scene.lasting(part.named().shortForm())))));
            for (Future<?> each : striking) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new AssertionError(String.valueOf(failed.getCause()), failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void check(Scene scene) {
        parts.forEach(part -> part.fault().check(scene));
    }
}
