package dev.tertulia.emulator;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;

/**
 * Policy on which HTTP requests are answered, decided by their headers before the body is read. It refuses requests of other
 * sites that are open in a browser on this machine: by {@code Host} against DNS rebinding, by {@code Origin},
 * {@code Sec-Fetch-Site} and the content type against cross-site requests.
 *
 * @param addresses whether any IP address is accepted as the host, else only loopback addresses
 * @param hosts further accepted host names
 */
public record RequestPolicy(boolean addresses, Set<String> hosts) {
    /** Accepts {@code localhost} and loopback addresses. */
    public static final RequestPolicy LOOPBACK = new RequestPolicy(false, Set.of());

    private static final int MB = 1024 * 1024;
    /** WhatsApp accepts files of 100 MB; the form adds a little. */
    private static final int MOST_OF_FILE = 101 * MB;
    /** Files of people are sent in JSON, encoded in Base64. */
    private static final int MOST_OF_CONTROL = 24 * MB;
    private static final int MOST_OF_CALL = MB;

    private static final Pattern AUTHORITY = Pattern
            .compile("(?<name>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern ORIGIN = Pattern.compile("https?://([^/]+)");
    private static final Pattern PAGE = Pattern.compile("/|/playground/?");
    private static final Pattern UPLOAD = Pattern.compile("/v\\d+\\.\\d+/[^/]+(?:/media)?");
    private static final String FORM = "multipart/form-data";
    private static final Set<String> QUESTIONS = Set.of("GET", "HEAD");

    public RequestPolicy {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the response to a request that is refused; empty if it is admitted.
     *
     * @param headers by name in lower case; several values of a name are separated by commas
     */
    public Optional<Response> refusal(String method, String path, Map<String, String> headers) {
        Matcher host = AUTHORITY.matcher(headers.getOrDefault("host", ""));
        if (!host.matches() || !answersTo(host.group("name"))) {
            return refused(403, "This is only for who calls it localhost or by a loopback address. Other names are"
                    + " allowed by --host NAME, in the demo by TERTULIA_DEMO_HOSTS.");
        }
        @Nullable
        String origin = headers.get("origin");
        if (origin != null && !sameOrigin(origin, headers.get("host"))) {
            return refused(403, "This does not answer pages of another origin.");
        }
        if (!fromHere(method, path, headers)) {
            return refused(403, "This does not answer pages of another site.");
        }
        if (!QUESTIONS.contains(method) && !hasRightType(method, path, headers)) {
            return refused(415, "A change is asked for as JSON: send Content-Type: application/json. Only files come as"
                    + " multipart/form-data, to the Graph API.");
        }
        int most = mostBytes(path, headers);
        return isLonger(headers.getOrDefault("content-length", "0"), most)
                ? Optional.of(tooLarge(most))
                : Optional.empty();
    }

    private static Optional<Response> refused(int status, String why) {
        return Optional.of(Response.json(status, Json.object("error", why)));
    }

    /** Returns the maximum size of a request's body in bytes. */
    public static int mostBytes(String path, Map<String, String> headers) {
        if (ControlApi.serves(path)) {
            return MOST_OF_CONTROL;
        }
        return type(headers).equals(FORM) && UPLOAD.matcher(path).matches() ? MOST_OF_FILE : MOST_OF_CALL;
    }

    /** Returns the response to a larger body. */
    public static Response tooLarge(int mostBytes) {
        return Response.json(413, Json.object("error", "The body has more than %d bytes.".formatted(mostBytes)))
                .withHeaders(Map.of("Connection", "close"));
    }

    private static boolean isLonger(String length, int most) {
        return !length.matches("[0-9]{1,18}") || Long.parseLong(length) > most;
    }

    private boolean answersTo(String name) {
        return isLoopback(name) || hosts.contains(name.toLowerCase(Locale.ROOT)) || addresses && isAddress(name);
    }

    /** Returns whether a host is {@code localhost} or a literal loopback address. Names are not resolved. */
    static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        return host.equalsIgnoreCase("localhost") || isAddress(host) && isLoopbackAddress(host);
    }

    private static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || host.startsWith("[");
    }

    /** Parses a literal address; does not resolve names. */
    private static boolean isLoopbackAddress(String digits) {
        try {
            return InetAddress.ofLiteral(digits.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static boolean sameOrigin(String origin, String host) {
        Matcher from = ORIGIN.matcher(origin);
        return from.matches() && withoutUsualPort(from.group(1)).equalsIgnoreCase(withoutUsualPort(host));
    }

    private static String withoutUsualPort(String authority) {
        return authority.replaceFirst(":(80|443)$", "");
    }

    /** Accepts requests of the same origin, and links from other sites to the page only. */
    private static boolean fromHere(String method, String path, Map<String, String> headers) {
        String site = headers.getOrDefault("sec-fetch-site", "none");
        boolean link = method.equals("GET") && PAGE.matcher(path).matches()
                && "navigate".equals(headers.get("sec-fetch-mode")) && "document".equals(headers.get("sec-fetch-dest"));
        return site.equals("same-origin") || site.equals("none") || link;
    }

    private static boolean hasRightType(String method, String path, Map<String, String> headers) {
        String type = type(headers);
        boolean empty = headers.getOrDefault("content-length", "0").equals("0")
                && !headers.containsKey("transfer-encoding");
        return type.equals("application/json") || type.isEmpty() && empty
                || type.equals(FORM) && method.equals("POST") && UPLOAD.matcher(path).matches();
    }

    private static String type(Map<String, String> headers) {
        return headers.getOrDefault("content-type", "").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the default headers of all responses. */
    public static Map<String, String> headers() {
        return Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin", "Content-Security-Policy",
                "default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    /**
     * Checks that a webhook address belongs to this machine.
     *
     * @throws IllegalArgumentException if it does not
     */
    static void checkLoopback(URI url) {
        if (!isLoopback(url.getHost())) {
            throw new IllegalArgumentException("Webhooks go to this machine only, such as"
                    + " http://localhost:8080/webhook. Others are allowed by --webhooks-anywhere, in the demo by"
                    + " TERTULIA_DEMO_WEBHOOKS=anywhere.");
        }
    }
}
