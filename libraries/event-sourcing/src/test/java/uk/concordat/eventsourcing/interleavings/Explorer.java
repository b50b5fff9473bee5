package uk.concordat.eventsourcing.interleavings;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Goes to every state that any order of steps leads to, nearest first, so that the first fault it meets is reached by the
 * shortest way. A state that two orders lead to is looked at once.
 */
final class Explorer<W> {

    /** What may happen, and what must be so. */
    interface Model<W> {

        List<Step<W>> steps(W world);

        /** What is wrong with this state, if anything. */
        Optional<String> wrong(W world, boolean atRest);
    }

    /** A way to a state that must not be. */
    record CounterExample(String wrong, List<String> steps) {

        @Override
        public String toString() {
            return wrong + ", after\n  " + String.join("\n  ", steps);
        }
    }

    /**
     * @param schedules how many orders of steps there are, from a beginning to a rest
     * @param steps what happened at all
     */
    record Exploration(int states, BigInteger schedules, Set<String> steps, Optional<CounterExample> counterExample) {}

    private static final int BEGINNING = -1;

    private final Model<W> model;
    private final Map<W, Integer> numbers = new HashMap<>();
    private final List<W> worlds = new ArrayList<>();
    private final List<Integer> cameFrom = new ArrayList<>();
    private final List<String> cameBy = new ArrayList<>();
    private final List<int[]> leadsTo = new ArrayList<>();
    private final List<Boolean> atRest = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    private Explorer(Model<W> model) {
        this.model = model;
    }

    static <W> Exploration explore(Model<W> model, Collection<W> beginnings) {
        return new Explorer<>(model).explore(beginnings);
    }

    private Exploration explore(Collection<W> beginnings) {
        beginnings.forEach(world -> number(world, BEGINNING, ""));
        for (int here = 0; here < worlds.size(); here++) {
            W world = worlds.get(here);
            List<Step<W>> steps = model.steps(world);
            boolean rests = steps.stream().allMatch(Step::isFault);
            Optional<String> wrong = model.wrong(world, rests);
            if (wrong.isPresent()) {
                return found(BigInteger.ZERO, Optional.of(new CounterExample(wrong.get(), wayTo(here))));
            }
            steps.forEach(step -> taken.add(step.says()));
            int from = here;
            leadsTo.add(steps.stream()
                    .mapToInt(step -> number(step.leadsTo(), from, step.says()))
                    .toArray());
            atRest.add(rests);
        }
        return found(schedules(beginnings.size()), Optional.empty());
    }

    private Exploration found(BigInteger schedules, Optional<CounterExample> counterExample) {
        return new Exploration(worlds.size(), schedules, Set.copyOf(taken), counterExample);
    }

    private int number(W world, int from, String by) {
        Integer known = numbers.putIfAbsent(world, worlds.size());
        if (known != null) {
            return known;
        }
        worlds.add(world);
        cameFrom.add(from);
        cameBy.add(by);
        return worlds.size() - 1;
    }

    private List<String> wayTo(int state) {
        List<String> way = new ArrayList<>();
        for (int at = state; cameFrom.get(at) != BEGINNING; at = cameFrom.get(at)) {
            way.addFirst(cameBy.get(at));
        }
        return way;
    }

    /** Adds up, from the last states back to the first, how many ways each has to a rest. */
    private BigInteger schedules(int beginnings) {
        int[] open = new int[worlds.size()];
        leadsTo.forEach(nexts -> {
            for (int next : nexts) {
                open[next]++;
            }
        });
        // Every beginning differs from the others, and nothing leads back to one.
        List<Integer> inOrder = new ArrayList<>(worlds.size());
        for (int state = 0; state < open.length; state++) {
            if (open[state] == 0) {
                inOrder.add(state);
            }
        }
        for (int at = 0; at < inOrder.size(); at++) {
            for (int next : leadsTo.get(inOrder.get(at))) {
                if (--open[next] == 0) {
                    inOrder.add(next);
                }
            }
        }
        if (inOrder.size() < worlds.size()) {
            throw new IllegalStateException("Some order of steps goes round for ever and never comes to rest");
        }
        BigInteger[] ways = new BigInteger[worlds.size()];
        for (int state : inOrder.reversed()) {
            ways[state] = atRest.get(state) ? BigInteger.ONE : BigInteger.ZERO;
            for (int next : leadsTo.get(state)) {
                ways[state] = ways[state].add(ways[next]);
            }
        }
        BigInteger all = BigInteger.ZERO;
        for (int beginning = 0; beginning < beginnings; beginning++) {
            all = all.add(ways[beginning]);
        }
        return all;
    }
}
