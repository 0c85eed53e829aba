package dev.tertulia.moderation.text;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Regional indicators: two of them are the flag of a region, and those that are none are read as letters. */
final class Flags {

    private static final int FIRST = 0x1F1E6;
    private static final int LAST = 0x1F1FF;
    private static final int LENGTH = Character.charCount(FIRST);
    private static final Set<String> REGIONS = regions();

    private Flags() {}

    /** The countries of ISO 3166, and what else has a flag. */
    private static Set<String> regions() {
        Set<String> regions = new HashSet<>(Arrays.asList(Locale.getISOCountries()));
        regions.addAll(List.of("AC", "CP", "DG", "EA", "EU", "IC", "TA", "UN", "XK"));
        return Set.copyOf(regions);
    }

    static boolean isIndicator(int codePoint) {
        return codePoint >= FIRST && codePoint <= LAST;
    }

    /** The end of the indicators that follow each other. */
    static int end(String text, int start) {
        int end = start;
        while (end < text.length() && isIndicator(text.codePointAt(end))) {
            end += LENGTH;
        }
        return end;
    }

    /** Whether all indicators in a part of a text are shown as flags. */
    static boolean areFlags(String text, int start, int end) {
        boolean flags = (end - start) % (2 * LENGTH) == 0;
        for (int at = start; flags && at < end; at += 2 * LENGTH) {
            flags = REGIONS.contains("" + Character.toUpperCase((char) letter(text.codePointAt(at)))
                    + Character.toUpperCase((char) letter(text.codePointAt(at + LENGTH))));
        }
        return flags;
    }

    /** The small letter of an indicator. */
    static int letter(int indicator) {
        return 'a' + indicator - FIRST;
    }
}
