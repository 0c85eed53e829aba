package dev.tertulia.bots;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import io.micronaut.context.annotation.Value;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnMention;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;

/**
 * Answers questions from a Markdown file when it is mentioned: each heading is a question, followed by its answer. The
 * setting {@code faq.file} names the file; the default is a short file about the bot itself.
 */
@Bot(example = true)
final class FaqBot {

    private final List<FaqEntry> entries;

    FaqBot(@Value("${faq.file:}") String file) throws IOException {
        entries = FaqEntry.read(file.isEmpty() ? bundled() : Files.readString(Path.of(file)));
    }

    private static String bundled() throws IOException {
        try (var in = FaqBot.class.getResourceAsStream("/faq/faq.md")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    @OnMention
    List<Reply> answer(GroupMessage message) {
        String answer = FaqEntry.best(entries, message.text()).map(FaqEntry::answer)
                .orElse("I do not know that. I know:\n" + questions());
        return Reply.texts(answer).stream().map(reply -> reply.quoting(message)).toList();
    }

    @OnCommand(value = "faq", help = "Lists the questions that I can answer.")
    List<Reply> list() {
        return Reply.texts(questions());
    }

    private String questions() {
        return entries.stream().map(entry -> "• " + entry.question()).collect(Collectors.joining("\n"));
    }
}
