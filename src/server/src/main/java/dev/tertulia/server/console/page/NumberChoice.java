package dev.tertulia.server.console.page;

import java.util.List;

import dev.tertulia.Line;
import dev.tertulia.server.lines.Lines;

/**
 * The phone number that a page is about.
 *
 * @param chosen its phone number id
 * @param all    the phone number ids of this process
 */
public record NumberChoice(String chosen, List<String> all) {

    /** The name of the parameter and field. */
    public static final String PARAMETER = "number";

    /** The number of a name; the first one if there is no such number. */
    public static NumberChoice of(Lines lines, String name) {
        List<String> all = lines.all().stream().map(Line::number).toList();
        return new NumberChoice(all.contains(name) ? name : all.getFirst(), all);
    }

    /** Whether there is something to choose. */
    public boolean several() {
        return all.size() > 1;
    }
}
