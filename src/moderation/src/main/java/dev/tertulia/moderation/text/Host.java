package dev.tertulia.moderation.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import com.ibm.icu.text.IDNA;
import crawlercommons.domains.EffectiveTldFinder;
import org.jspecify.annotations.Nullable;

/** Names of hosts. */
final class Host {

    private static final int LONGEST = 253;
    private static final IDNA IDNA_46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    private Host() {}

    /** Lower-case and in ASCII, without a dot at the end. A label that is no valid one stays as it is written. */
    static String canonical(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (plain.length() > LONGEST) {
            return plain.toLowerCase(Locale.ROOT);
        }
        return Arrays.stream(plain.split("\\.", -1)).map(Host::label).collect(Collectors.joining("."));
    }

    private static String label(String label) {
        IDNA.Info info = new IDNA.Info();
        String ascii = IDNA_46.labelToASCII(label, new StringBuilder(), info).toString();
        return info.hasErrors() ? label.toLowerCase(Locale.ROOT) : ascii;
    }

    /** The domain that the owner of a canonical host has registered, or null where it has no public suffix. */
    static @Nullable String registrableDomain(String host) {
        return host.length() > LONGEST || host.indexOf('.') < 0
                ? null
                : EffectiveTldFinder.getAssignedDomain(host, true, false);
    }
}
