package dev.tertulia.store;

import java.util.regex.Pattern;

import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Origin;

/**
 * The addition or removal of a group's label.
 *
 * @param on whether the group bears it from now on
 */
public record LabelChange(String group, String label, boolean on) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");

    public LabelChange {
        if (!Origin.isGroup(group)) {
            throw new InvalidArgument(group + " is no group, so it cannot bear the label '" + label + "'");
        }
        checkName(label);
    }

    /**
     * Checks the name of a label.
     *
     * @throws IllegalArgumentException if it has another form
     */
    public static void checkName(String label) {
        if (!NAME.matcher(label).matches()) {
            throw new InvalidArgument("'", label, "' cannot be a label; write 1 to 64 lower-case letters,"
                    + " digits, dots, hyphens and underscores, such as group.label(\"vip\")");
        }
    }
}
