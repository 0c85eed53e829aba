package dev.tertulia.moderation.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters of a link that are written as {@code %63}, which servers and browsers read as others. */
final class Escapes {

    private static final Pattern ESCAPED = Pattern.compile("(?:%[0-9a-fA-F]{2})++");
    private static final HexFormat FORM = HexFormat.of().withPrefix("%");
    /** What no host contains. */
    private static final String NEVER_IN_HOST = "#%/:<>?@[\\]^|";

    private Escapes() {}

    /** A text with the characters that are meant. */
    static String decoded(String text) {
        return text.indexOf('%') < 0
                ? text
                : ESCAPED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                        new String(FORM.parseHex(found.group()), StandardCharsets.UTF_8)));
    }

    /** A host with the characters that are meant; as it is written where browsers refuse it. */
    static String inHost(String host) {
        if (host.indexOf('%') < 0) {
            return host;
        }
        String meant = Plain.of(decoded(host)).text();
        return meant.chars().anyMatch(c -> c <= ' ' || NEVER_IN_HOST.indexOf(c) >= 0) ? host : meant;
    }
}
