package dev.tertulia.server.logging;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.tertulia.moderation.classifier.ClassifierEndpoint;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;

/** Secrets that must not appear in the log. */
public record Secrets(List<String> words) {

    private static final String HIDDEN = "***";
    private static final Pattern PASSWORD = Pattern.compile("^[\\w-]+://(?:[^:@/]*:)?([^@/]+)@");

    /** Sorts the longest first, so that a secret that contains another one is hidden completely. */
    public Secrets {
        words = words.stream().filter(word -> !word.isBlank()).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    public static Secrets of(Settings settings) {
        return new Secrets(Stream.of(settings.accounts().stream().map(Account::accessToken),
                Stream.of(settings.webhook().appSecret(), settings.webhook().verifyToken()),
                settings.classifiers().stream().map(ClassifierEndpoint::token),
                settings.console().password().stream(), settings.console().readerPassword().stream(),
                settings.redis().stream().flatMap(Secrets::passwords)).flatMap(some -> some).toList());
    }

    /** The password of an address, both encoded and decoded. */
    public static Stream<String> passwords(String address) {
        return PASSWORD.matcher(address).results().map(found -> found.group(1))
                .flatMap(word -> Stream.of(word, URLDecoder.decode(word, StandardCharsets.UTF_8)));
    }

    /** Omits the secrets. */
    @Override
    public String toString() {
        return "Secrets[" + words.size() + "]";
    }

    /** Replaces the secrets in a text. */
    public String hide(String text) {
        String hidden = text;
        for (String word : words) {
            hidden = hidden.replace(word, HIDDEN);
        }
        return hidden;
    }
}
