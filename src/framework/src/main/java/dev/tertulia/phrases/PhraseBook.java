package dev.tertulia.phrases;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Phrases;
import dev.tertulia.message.InvalidArgument;

/**
 * Phrases in one language: those of a bot, from the bundles {@code phrases} next to its class, and behind them the
 * framework's own. English is the language of what is not translated.
 */
public final class PhraseBook implements Phrases {

    private static final String OWN = "dev.tertulia.phrases.phrases";
    private static final String OF_BOTS = ".phrases";
    private static final ResourceBundle.Control CONTROL = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale language;
    private final List<ResourceBundle> bundles;

    private PhraseBook(Locale language, List<ResourceBundle> bundles) {
        this.language = language;
        this.bundles = bundles;
    }

    /** The framework's own phrases. */
    public static PhraseBook of(Locale language) {
        return of(language, null);
    }

    /** The phrases of a bot. */
    public static PhraseBook of(Locale language, @Nullable Class<?> bot) {
        Stream<ResourceBundle> bots = bot == null
                ? Stream.empty()
                : bundle(bot.getPackageName() + OF_BOTS, language, bot.getClassLoader()).stream();
        Stream<ResourceBundle> own = bundle(OWN, language, PhraseBook.class.getClassLoader()).stream();
        return new PhraseBook(language, Stream.concat(bots, own).toList());
    }

    private static Optional<ResourceBundle> bundle(String name, Locale language, ClassLoader loader) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, language, loader, CONTROL));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public String get(String key, @Nullable Object... arguments) {
        return new MessageFormat(find(key).orElseThrow(() -> new InvalidArgument("no bundle has the phrase '", key,
                "'; write it into phrases.properties beside the bot's class")), language).format(arguments);
    }

    /** The pattern of a phrase, if there is one. */
    public Optional<String> find(String key) {
        return bundles.stream().filter(bundle -> bundle.containsKey(key)).findFirst()
                .map(bundle -> bundle.getString(key));
    }

    /** The words of a list of words, such as those that cancel a question. */
    public List<String> words(String key) {
        return Stream.of(get(key).split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
    }
}
