package dev.tertulia.server.settings;

import java.util.Collection;

/** Phone number ids in error messages. */
public final class NumberIds {

    private static final int SHOWN = 20;

    private NumberIds() {}

    /** The ids, or the first ones and how many more there are. */
    public static String listed(Collection<String> ids) {
        String shown = String.join(", ", ids.stream().limit(SHOWN).toList());
        return ids.size() <= SHOWN ? shown : shown + " and " + (ids.size() - SHOWN) + " more";
    }
}
