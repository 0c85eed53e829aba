package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A list of sites, some with the beginning of a path. */
final class KnownSites {

    /** Where groups and channels are joined. */
    static final KnownSites INVITES = new KnownSites("invites.txt");
    /** Where short links lead elsewhere. */
    static final KnownSites SHORTENERS = new KnownSites("shorteners.txt");

    /** The beginnings of paths of each host. */
    private final Map<String, List<String>> paths = new HashMap<>();

    private KnownSites(String file) {
        for (String line : Lines.of(file)) {
            int slash = line.indexOf('/');
            String host = slash < 0 ? line : line.substring(0, slash);
            paths.computeIfAbsent(host, _ -> new ArrayList<>()).add(slash < 0 ? "" : line.substring(slash));
        }
    }

    /** Whether an address is in the list, under the host itself or a common name before it. */
    boolean have(Address address) {
        return haveHost(address.host(), address.path())
                || haveHost(address.registrableDomain(), address.path());
    }

    boolean haveHost(String host, String path) {
        return paths.getOrDefault(host, List.of()).stream().anyMatch(path::startsWith);
    }
}
