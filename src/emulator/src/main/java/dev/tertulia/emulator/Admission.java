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
 * Policy on whose HTTP requests are answered, decided by their head alone, before a body is read. It keeps pages of other
 * sites out, which a browser on this machine may have open: those that have a name point to this address (by
 * {@code Host}), and those that send requests here from elsewhere (by {@code Origin}, {@code Sec-Fetch-Site}, and a type
 * of body that no form can have).
 *
 * @param addresses whether any address of this machine may be called by its digits; else loopback alone
 * @param hosts further names by which it may be called
 */
public record Admission(boolean addresses, Set<String> hosts) {
    /** Answers who calls it localhost, or a loopback address. */
    public static final Admission LOOPBACK = new Admission(false, Set.of());

    private static final int MB = 1024 * 1024;
    /** A file may have 100 MB at WhatsApp; its form has a little more. */
    private static final int MOST_OF_FILE = 101 * MB;
    /** People's files come within JSON, in Base64. */
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

    public Admission {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The answer to a request that is not admitted; empty for one that is.
     *
     * @param headers names in lower case; several values of one name with commas in between
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

    /** How many bytes the body of a request may have. */
    public static int mostBytes(String path, Map<String, String> headers) {
        if (ControlApi.serves(path)) {
            return MOST_OF_CONTROL;
        }
        return type(headers).equals(FORM) && UPLOAD.matcher(path).matches() ? MOST_OF_FILE : MOST_OF_CALL;
    }

    /** The answer to a body that is larger. */
    public static Response tooLarge(int mostBytes) {
        return Response.json(413, Json.object("error", "The body has more than %d bytes.".formatted(mostBytes)))
                .with(Map.of("Connection", "close"));
    }

    private static boolean isLonger(String length, int most) {
        return !length.matches("[0-9]{1,18}") || Long.parseLong(length) > most;
    }

    private boolean answersTo(String name) {
        return isLoopback(name) || hosts.contains(name.toLowerCase(Locale.ROOT)) || addresses && isAddress(name);
    }

    /** Whether a host is this machine by its mere form, whatever a name server says. */
    static boolean isLoopback(@Nullable String host) {
        if (host == null) {
            return false;
        }
        return host.equalsIgnoreCase("localhost") || isAddress(host) && isLoopbackAddress(host);
    }

    private static boolean isAddress(String host) {
        return IPV4.matcher(host).matches() || host.startsWith("[");
    }

    /** By its digits alone: no name server is asked. */
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

    /** A link on another site may lead to the page, and to nothing else. */
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

    /** The headers that every answer has which brings none of its own of that name. */
    public static Map<String, String> headers() {
        return Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY",
                "Referrer-Policy", "no-referrer", "Cross-Origin-Resource-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin", "Content-Security-Policy",
                "default-src 'none'; frame-ancestors 'none'; sandbox");
    }

    /** Refuses an address for webhooks that is not of this machine. */
    static void checkLoopback(URI url) {
        if (!isLoopback(url.getHost())) {
            throw new IllegalArgumentException("Webhooks go to this machine only, such as"
                    + " http://localhost:8080/webhook. Others are allowed by --webhooks-anywhere, in the demo by"
                    + " TERTULIA_DEMO_WEBHOOKS=anywhere.");
        }
    }
}
