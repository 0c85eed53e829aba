package dev.tertulia.testkit;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.micronaut.core.type.Argument;
import io.micronaut.core.value.PropertyResolver;

import dev.tertulia.turn.ChatSettings;
import dev.tertulia.turn.ChatSettings.Hints;
import dev.tertulia.turn.StaffList;
import dev.tertulia.turn.TurnSettings;

/** The settings of a test, from the properties of {@link BotTest}. Their keys are those of the application. */
final class TestSettings {

    private TestSettings() {}

    static TurnSettings of(PropertyResolver properties) {
        TurnSettings usual = TestBench.DISPATCH;
        ChatSettings chat = ChatSettings.USUAL;
        return new TurnSettings(text(properties, "tertulia.command-prefix", usual.commandPrefix()),
                words(properties, "tertulia.mentions"), usual.handlerLimit(), usual.attempts(), usual.firstRetry(),
                usual.replyHold(),
                new ChatSettings(Locale.forLanguageTag(text(properties, "tertulia.language", "en")),
                        StaffList.of(words(properties, "tertulia.staff"), Map.of()),
                        Boolean.parseBoolean(text(properties, "tertulia.help", "true")),
                        Hints.valueOf(text(properties, "tertulia.command-hints", "private").toUpperCase(Locale.ROOT)),
                        chat.tagsKept()));
    }

    private static String text(PropertyResolver properties, String key, String otherwise) {
        return properties.getProperty(key, String.class).orElse(otherwise);
    }

    private static List<String> words(PropertyResolver properties, String key) {
        return properties.getProperty(key, Argument.listOf(String.class)).orElse(List.of());
    }
}
