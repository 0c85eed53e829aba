package dev.tertulia.moderation.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a rule file that is wrong, with everything that is wrong in it. */
public final class RuleFileException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /** Problems of a file, in its order. */
    public RuleFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
