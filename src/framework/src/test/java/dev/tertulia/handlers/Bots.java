package dev.tertulia.handlers;

import java.time.Duration;
import java.util.List;

import io.micronaut.context.ApplicationContext;

import dev.tertulia.TestLine;
import dev.tertulia.handler.BadHandler;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.handler.Handlers;
import dev.tertulia.turn.ChatSettings;
import dev.tertulia.turn.TurnSettings;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Finds and checks the bots of a test as the program does when it starts. */
final class Bots {

    static final String ENVIRONMENT = "bots-of-tests";
    static final TurnSettings SETTINGS = new TurnSettings("/", List.of("Tertulia"), Duration.ofSeconds(30), 3,
            Duration.ofSeconds(1), Duration.ofDays(7));

    private static final ApplicationContext CONTEXT = ApplicationContext.run(ENVIRONMENT);

    private Bots() {}

    static Handlers found(Class<?>... bots) {
        return CONTEXT.getBean(HandlerFinder.class).handlers(SETTINGS, List.of(bots));
    }

    /** A line with these bots at its end. */
    static TestLine line(Class<?>... bots) {
        return line(SETTINGS, bots);
    }

    static TestLine line(TurnSettings settings, Class<?>... bots) {
        return new TestLine(CONTEXT.getBean(HandlerFinder.class).handlers(settings, List.of(bots)), settings);
    }

    /** A line whose framework behaves like this in chats. */
    static TestLine line(ChatSettings chat, Class<?>... bots) {
        return line(SETTINGS.with(chat), bots);
    }

    /** Asserts that the program does not start with this bot, and what it says. */
    static void refuses(Class<?> bot, String message) {
        assertThatExceptionOfType(BadHandler.class).isThrownBy(() -> found(bot)).withMessage(message);
    }
}
