package dev.tertulia.devmode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project in a temporary folder, with a bot that counts. */
record BotProject(Path folder) {

    /** Creates the project; its bot answers {@code /count} with these words and the next number. */
    static BotProject create(Path folder, String words) throws IOException {
        BotProject project = new BotProject(folder);
        project.counter(words);
        return project;
    }

    /** Saves the bot. */
    void counter(String words) throws IOException {
        save("src/main/java/org/example/CounterBot.java", """
                package org.example;

                import dev.tertulia.bot.Bot;
                import dev.tertulia.bot.OnCommand;
                import dev.tertulia.bot.Reply;
                import dev.tertulia.bot.State;

                @Bot
                final class CounterBot {

                    record Count(int number) {}

                    @OnCommand("count")
                    Reply count(State<Count> count) {
                        count.update(before -> new Count(before.number() + 1));
                        return Reply.text("%s " + count.get().number());
                    }
                }
                """.formatted(words));
    }

    /** Saves another bot, with the handler methods that follow. */
    void bot(String name, String handlers) throws IOException {
        save("src/main/java/org/example/" + name + ".java", """
                package org.example;

                import java.util.List;
                import dev.tertulia.bot.*;
                import dev.tertulia.message.*;

                @Bot
                final class %s {
                %s
                }
                """.formatted(name, handlers));
    }

    /** Saves a test class of a bot, with the test methods that follow. */
    void test(String name, String bot, String tests) throws IOException {
        save("src/test/java/org/example/" + name + ".java", """
                package org.example;

                import dev.tertulia.testkit.*;
                import org.junit.jupiter.api.Test;

                @BotTest(%2$s.class)
                class %1$s {
                %3$s
                }
                """.formatted(name, bot, tests));
    }

    void save(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }
}
