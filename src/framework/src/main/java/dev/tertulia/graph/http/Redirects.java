package dev.tertulia.graph.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Policy on redirects of downloads: over https to a public address, and to this machine only if the Graph API itself is
 * on it, as the emulator is. Calls are never redirected.
 *
 * @param home where the Graph API is
 */
record Redirects(URI home) {

    /** The maximum number of redirects of a download. */
    static final int MOST = 5;

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int SHARED_FIRST = 100;
    private static final int SHARED_SECOND = 64;
    private static final int SHARED_MASK = 0xc0;
    private static final int IPV6_LENGTH = 16;

    static boolean is(int status) {
        return STATUSES.contains(status);
    }

    /** Whether both have the same scheme, host and port, so that they may share secrets. */
    static boolean sameOrigin(URI one, URI other) {
        return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
                && String.valueOf(one.getHost()).equalsIgnoreCase(other.getHost()) && port(one) == port(other);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    /**
     * The target of a redirect.
     *
     * @param location what the answer names
     * @throws IOException saying why it does not go there
     */
    URI next(URI from, String location) throws IOException {
        URI to = target(from, location);
        String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
        if (to.getHost() == null || to.getUserInfo() != null || !Set.of("http", "https").contains(scheme)) {
            throw refused("which is no address of a file");
        }
        boolean athome = isLoopback(home) && isLoopback(to);
        if (!athome && scheme.equals("http")) {
            throw refused("which does not begin with https://");
        }
        if (!athome && !isPublic(to)) {
            throw refused("which is an address of a private network");
        }
        return to;
    }

    private static URI target(URI from, String location) throws IOException {
        try {
            return from.resolve(new URI(location.strip()));
        } catch (URISyntaxException e) {
            throw refused("which is no address");
        }
    }

    /** Omits the address, which may contain a secret. */
    private static IOException refused(String why) {
        return new IOException("the file's host redirects the download to another place, " + why);
    }

    private static boolean isLoopback(URI address) throws IOException {
        for (InetAddress one : resolved(address)) {
            if (!one.isLoopbackAddress()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPublic(URI address) throws IOException {
        for (InetAddress one : resolved(address)) {
            if (one.isLoopbackAddress() || one.isAnyLocalAddress() || one.isLinkLocalAddress()
                    || one.isSiteLocalAddress() || one.isMulticastAddress() || isReserved(one.getAddress())) {
                return false;
            }
        }
        return true;
    }

    /** Unique local addresses of IPv6, those that providers share among customers, and the rest of 0.0.0.0/8. */
    private static boolean isReserved(byte[] address) {
        if (address.length == IPV6_LENGTH) {
            return (address[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        }
        return address[0] == 0 || address[0] == SHARED_FIRST && (address[1] & SHARED_MASK) == SHARED_SECOND;
    }

    private static InetAddress[] resolved(URI address) throws IOException {
        return InetAddress.getAllByName(address.getHost());
    }
}
