package dev.tertulia.bots;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A question with its options and votes.
 *
 * @param question the question; empty if there is no poll yet
 * @param votes    the number of the chosen option, from 1, by member id
 */
record Poll(String question, List<String> options, Map<String, Integer> votes) {

    Poll {
        question = question == null ? "" : question;
        options = options == null ? List.of() : List.copyOf(options);
        votes = votes == null ? Map.of() : Map.copyOf(votes);
    }

    static Poll of(String question, List<String> options) {
        return new Poll(question, options, Map.of());
    }

    boolean isOpen() {
        return !options.isEmpty();
    }

    boolean has(int option) {
        return option >= 1 && option <= options.size();
    }

    /** Records a vote, which replaces the member's earlier vote. */
    Poll vote(String member, int option) {
        Map<String, Integer> changed = new LinkedHashMap<>(votes);
        changed.put(member, option);
        return new Poll(question, options, changed);
    }

    /** Moves the vote of a member who turned out to be another one, unless that one has a vote. */
    Poll merge(String member, String other) {
        Map<String, Integer> changed = new LinkedHashMap<>(votes);
        Integer vote = changed.remove(member);
        if (vote != null) {
            changed.putIfAbsent(other, vote);
        }
        return new Poll(question, options, changed);
    }

    private long count(int option) {
        return votes.values().stream().filter(vote -> vote == option).count();
    }

    String ballot() {
        return question + "\n" + lines(option -> option + ". " + options.get(option - 1))
                + "\nVote by sending the number.";
    }

    String results() {
        return question + "\n" + lines(option -> option + ". " + options.get(option - 1) + ": " + count(option));
    }

    private String lines(java.util.function.IntFunction<String> line) {
        return IntStream.rangeClosed(1, options.size()).mapToObj(line).collect(Collectors.joining("\n"));
    }
}
