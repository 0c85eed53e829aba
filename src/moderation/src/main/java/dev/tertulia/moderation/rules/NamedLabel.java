package dev.tertulia.moderation.rules;

import java.util.Collection;

import org.yaml.snakeyaml.error.Mark;

/**
 * A label of groups that a rule file names.
 *
 * @param line   from 1
 * @param column from 1
 * @param label  the label
 */
public record NamedLabel(int line, int column, String label) {

    /** The label that a value is. */
    static NamedLabel of(Value value) {
        Mark mark = value.node().getStartMark();
        return new NamedLabel(mark.getLine() + 1, mark.getColumn() + 1, value.text());
    }

    /** The warning that no group has the label. */
    Problem isUnknown(Collection<String> existing) {
        String advice = Nearest.of(label, existing)
                .map(nearest -> "; the nearest one that a group has is '%s'".formatted(
                        nearest))
                .orElse("; no group has any label, and a developer gives them");
        return new Problem(line, column, "no group has the label '" + label + "'" + advice);
    }
}
