package dev.tertulia.moderation.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.IDNA;
import crawlercommons.domains.EffectiveTldFinder;
import org.jspecify.annotations.Nullable;

/** Names of hosts. */
final class Host {

    private static final int LONGEST = 253;
    private static final IDNA IDNA_46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    private Host() {}

    /**
     * Lower-case and in ASCII, without dots at the end. A label that is no valid one stays as it is written. The canonical
     * form of a canonical host is the host itself.
     */
    static String canonical(String host) {
        return withoutLastDots(host.length() > LONGEST
                ? host.toLowerCase(Locale.ROOT)
                : Arrays.stream(host.split("\\.", -1)).map(Host::label).collect(Collectors.joining(".")));
    }

    /** Invisible characters make an empty label, so there may be more than one dot at the end. */
    private static String withoutLastDots(String host) {
        int end = host.length();
        while (end > 0 && host.charAt(end - 1) == '.') {
            end--;
        }
        return host.substring(0, end);
    }

    /** Its lower case is tried too: it may be valid where the label itself is too long. */
    private static String label(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return Stream.of(label, lower).map(Host::ascii).filter(Objects::nonNull).findFirst().orElse(lower);
    }

    private static @Nullable String ascii(String label) {
        IDNA.Info info = new IDNA.Info();
        String ascii = IDNA_46.labelToASCII(label, new StringBuilder(), info).toString();
        return info.hasErrors() ? null : ascii;
    }

    /** The domain that the owner of a canonical host has registered, or null where it has no public suffix. */
    static @Nullable String registrableDomain(String host) {
        return host.length() > LONGEST || host.indexOf('.') < 0
                ? null
                : EffectiveTldFinder.getAssignedDomain(host, true, false);
    }
}
