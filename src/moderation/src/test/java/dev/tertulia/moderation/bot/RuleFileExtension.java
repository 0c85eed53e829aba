package dev.tertulia.moderation.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The rule file of a test class, which is read with each event. It is without rules before the bots are created, so it stands
 * above {@code @BotTest}, and after each test.
 */
final class RuleFileExtension implements BeforeAllCallback, AfterEachCallback {

    static final String FILE = "tertulia.moderation=target/moderation-of-tests.yml";
    static final String AT_ONCE = "tertulia.moderation-reload=0s";

    private static final Path PATH = Path.of(FILE.substring(FILE.indexOf('=') + 1));

    @Override
    public void beforeAll(ExtensionContext test) {
        write("policies: []");
    }

    @Override
    public void afterEach(ExtensionContext test) {
        write("policies: []");
    }

    static void write(String rules) {
        try {
            Files.createDirectories(PATH.getParent());
            Files.writeString(PATH, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
