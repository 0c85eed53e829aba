package dev.tertulia.moderation.text;

/**
 * A link in a text, with or without {@code https://}.
 *
 * @param host              lower-case and in ASCII, as {@code xn--…} where it is written in another script
 * @param registrableDomain what its owner has registered, such as {@code example.co.uk}; the host if it has none, such as
 *                          an IP address
 * @param isInvite          whether it leads into another group or channel of a messenger
 * @param isShortener       whether it hides where it leads
 * @param start             in the original text, inclusive
 * @param end               in the original text, exclusive
 */
public record Link(String host, String registrableDomain, boolean isInvite, boolean isShortener, int start, int end) {

    /** Whether its host is this domain or a sub-domain of it. */
    public boolean isUnder(String domain) {
        String other = Host.canonical(domain);
        return host.equals(other) || host.endsWith("." + other);
    }
}
