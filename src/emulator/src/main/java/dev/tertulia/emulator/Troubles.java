package dev.tertulia.emulator;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The {@link Trouble}s that are in force. Thread-safe. */
public final class Troubles {
    private final Set<Trouble> inForce = EnumSet.noneOf(Trouble.class);

    Troubles() {}

    /** Puts these in force, and no others. */
    public synchronized void only(Trouble... troubles) {
        inForce.clear();
        inForce.addAll(Arrays.asList(troubles));
    }

    synchronized boolean has(Trouble trouble) {
        return inForce.contains(trouble);
    }

    /** Returns those in force, in the order of the enumeration. */
    synchronized Collection<Trouble> all() {
        return EnumSet.copyOf(inForce);
    }

    static Trouble named(String name) {
        try {
            return Trouble.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("There is no trouble '%s'. The troubles are %s.".formatted(name,
                    Arrays.toString(Trouble.values())), e);
        }
    }
}
