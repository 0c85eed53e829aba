package dev.tertulia.server.console.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Limit on failed logins, of each address and of all together, counted per minute. */
final class LoginThrottle {

    static final int OF_AN_ADDRESS = 10;
    static final int OF_ALL = 100;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Whoever has an address of IPv6 has all with the same beginning. */
    private static final int NETWORK_BYTES = 8;

    private final InstantSource clock;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int all;
    private Instant since = Instant.MIN;

    LoginThrottle(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts an attempt before its password is compared; false if it may not be compared. */
    synchronized boolean admit(InetAddress address) {
        Instant now = clock.instant();
        if (!now.isBefore(since.plus(MINUTE)) || now.isBefore(since)) {
            since = now;
            all = 0;
            byAddress.clear();
        }
        int attempts = byAddress.getOrDefault(network(address), 0);
        if (attempts >= OF_AN_ADDRESS || all >= OF_ALL) {
            return false;
        }
        byAddress.put(network(address), attempts + 1);
        all++;
        return true;
    }

    /** Takes back the count of an attempt that succeeded. */
    synchronized void succeeded(InetAddress address) {
        byAddress.computeIfPresent(network(address), (a, attempts) -> Math.max(0, attempts - 1));
        all = Math.max(0, all - 1);
    }

    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    }
}
