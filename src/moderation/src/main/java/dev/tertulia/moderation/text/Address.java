package dev.tertulia.moderation.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Where a link leads.
 *
 * @param host canonical
 * @param path what follows it, as {@link UrlPath} reads it, without a question mark and what comes after
 */
record Address(String host, String path) {

    private static final List<String> SCHEMES = List.of("http", "https", "ftp", "hxxp", "hxxps");
    /** Schemes that open a messenger, and its site. */
    private static final Map<String, String> MESSENGERS = Map.of("tg", "t.me", "whatsapp", "whatsapp.com", "viber",
            "invite.viber.com");

    /** The address of a link with or without a scheme; null if it leads to no site. */
    static @Nullable Address of(String link) {
        int colon = link.indexOf("://");
        String scheme = colon < 0 ? "http" : link.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? link : link.substring(colon + 3);
        String messenger = MESSENGERS.get(scheme);
        if (messenger != null) {
            return new Address(messenger, path("/" + rest, 0));
        }
        return SCHEMES.contains(scheme) ? ofSite(rest) : null;
    }

    private static @Nullable Address ofSite(String rest) {
        int end = firstOf(rest, 0, "/?#\\");
        String authority = rest.substring(0, end);
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.startsWith("[") ? host.indexOf(']') + 1 : firstOf(host, 0, ":");
        String canonical = Host.canonical(Escapes.inHost(host.substring(0, port)));
        return canonical.isEmpty() ? null : new Address(canonical, path(rest, end));
    }

    private static String path(String rest, int from) {
        return UrlPath.of(rest.substring(from, firstOf(rest, from, "?#")));
    }

    private static int firstOf(String text, int from, String characters) {
        for (int at = from; at < text.length(); at++) {
            if (characters.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return text.length();
    }

    String registrableDomain() {
        return Objects.requireNonNullElse(Host.registrableDomain(host), host);
    }
}
