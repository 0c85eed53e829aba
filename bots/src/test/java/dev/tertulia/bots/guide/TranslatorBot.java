package dev.tertulia.bots.guide;

import java.time.Duration;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.GroupMessage;

@Bot
final class TranslatorBot {

    /** A translation service: your HTTP client, such as a Micronaut {@code @Client}. */
    interface Translator {

        String translate(String words, String language, String requestId);
    }

    record Settings(String language) {

        Settings {
            language = language == null ? "en" : language;
        }
    }

    record Job(String messageId, String words) {}

    private final Translator translator;

    TranslatorBot(Translator translator) {
        this.translator = translator;
    }

    @OnCommand("translate to {language}")
    void language(String language, State<Settings> settings) {
        settings.set(new Settings(language));
    }

    @OnCommand("translate {words...}")
    void translate(GroupMessage message, String words, Group group) {
        group.timer("translate").start(Duration.ZERO, new Job(message.id(), words));
    }

    @OnTimer("translate")
    Notice translated(Job job, State<Settings> settings, Turn turn) {
        String words = translator.translate(job.words(), settings.get().language(), turn.key());
        return Reply.text(words).quoting(job.messageId()).orHold(Duration.ofHours(1));
    }
}
