package dev.tertulia.server.logging;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;

/** What no log may show, whatever else it shows. */
public record Secrets(List<String> words) {

    private static final String HIDDEN = "***";
    private static final Pattern PASSWORD = Pattern.compile("^[\\w-]+://(?:[^:@/]*:)?([^@/]+)@");

    /** The longest first, so that none is left over where one holds another. */
    public Secrets {
        words = words.stream().filter(word -> !word.isBlank()).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    public static Secrets of(Settings settings) {
        return new Secrets(Stream.of(settings.accounts().stream().map(Account::accessToken),
                Stream.of(settings.webhook().appSecret(), settings.webhook().verifyToken()),
                settings.redis().stream().flatMap(Secrets::passwords)).flatMap(some -> some).toList());
    }

    /** As it stands in the address, and as it is meant. */
    public static Stream<String> passwords(String address) {
        return PASSWORD.matcher(address).results().map(found -> found.group(1))
                .flatMap(word -> Stream.of(word, URLDecoder.decode(word, StandardCharsets.UTF_8)));
    }

    /** Leaves them out. */
    @Override
    public String toString() {
        return "Secrets[" + words.size() + "]";
    }

    /** The same text without them. */
    public String hide(String text) {
        String hidden = text;
        for (String word : words) {
            hidden = hidden.replace(word, HIDDEN);
        }
        return hidden;
    }
}
