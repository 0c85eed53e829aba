package dev.tertulia.fleet;

import java.util.List;

import dev.tertulia.stability.Experimental;

/**
 * The content of a counter in its window.
 *
 * @param entries the number of entries, including the one just added
 * @param values  the values of the latest {@value #MOST_VALUES} entries that have one, the latest first
 */
@Experimental
public record Count(long entries, List<String> values) {

    /** The maximum number of values. */
    public static final int MOST_VALUES = 256;
}
