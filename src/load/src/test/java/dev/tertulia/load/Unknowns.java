package dev.tertulia.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sends whose outcome was unknown for a while, from the journals of the replicas. */
final class Unknowns {

    private static final Pattern LINE = Pattern.compile("UNKNOWN \\S+ (\\S+): ([^:\n]*)");

    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, Long> taken;

    Unknowns(Collection<String> outputs, Books books) {
        outputs.stream().flatMap(output -> LINE.matcher(output).results())
                .forEach((MatchResult line) -> reasons.putIfAbsent(line.group(1), line.group(2)));
        taken = books.all().stream().filter(Sent::taken)
                .collect(Collectors.groupingBy(Sent::id, Collectors.counting()));
    }

    /** The ids of sends that were repeated although their outcome was never unknown. */
    List<String> wronglyRepeated() {
        return taken.entrySet().stream().filter(send -> send.getValue() > 1 && !reasons.containsKey(send.getKey()))
                .map(Entry::getKey).toList();
    }

    private long left(long times) {
        return reasons.keySet().stream().filter(id -> taken.getOrDefault(id, 0L) == times).count();
    }

    @Override
    public String toString() {
        Map<String, Long> byReason = reasons.values().stream()
                .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
        return "%d unknown, of which %d left once, %d not at all, %d again; why: %s".formatted(reasons.size(), left(1),
                left(0), reasons.size() - left(1) - left(0), byReason);
    }
}
