package dev.tertulia.moderation.bot;

import java.util.function.Function;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Chat;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnCommand.Where;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Phrases;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.rules.StaffSettings;

/**
 * The commands by which staff decide about cases, such as {@code /mod yes 4F2}. They are heard where alerts arrive, and in
 * private.
 */
@Bot(companion = true)
@Requires(condition = RuleFileGiven.class)
public final class StaffBot {

    private final RulesInForce rules;
    private final CaseFiles files;
    private final String prefix;

    StaffBot(CaseFiles files, @Value("${tertulia.command-prefix:/}") String prefix) {
        this.files = files;
        this.rules = files.rules();
        this.prefix = prefix;
    }

    @OnCommand(value = "mod yes {number} [note...]", where = Where.ANYWHERE, hidden = true)
    Reply yes(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, String number, @Nullable String note) {
        return desk(message, chat, turn, phrases, desk -> desk.yes(number, note));
    }

    @OnCommand(value = "mod no {number} [note...]", where = Where.ANYWHERE, hidden = true)
    Reply no(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, String number, @Nullable String note) {
        return desk(message, chat, turn, phrases, desk -> desk.no(number, note));
    }

    @OnCommand(value = "mod remove {number} [note...]", where = Where.ANYWHERE, hidden = true)
    Reply remove(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, String number,
            @Nullable String note) {
        return desk(message, chat, turn, phrases, desk -> desk.remove(number, note));
    }

    @OnCommand(value = "mod wrong {number} [note...]", where = Where.ANYWHERE, hidden = true)
    Reply wrong(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, String number,
            @Nullable String note) {
        return desk(message, chat, turn, phrases,
                desk -> desk.wrong(number, note, files.examples(message.origin())));
    }

    @OnCommand(value = "mod forgive {number} [note...]", where = Where.ANYWHERE, hidden = true)
    Reply forgive(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, String number,
            @Nullable String note) {
        return desk(message, chat, turn, phrases, desk -> desk.forgive(number, note));
    }

    @OnCommand(value = "mod show {number}", where = Where.ANYWHERE, hidden = true)
    Reply show(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, String number) {
        return desk(message, chat, turn, phrases, desk -> desk.show(number));
    }

    @OnCommand(value = "mod open", where = Where.ANYWHERE, hidden = true)
    Reply open(IncomingMessage message, Chat chat, Turn turn, Phrases phrases) {
        return desk(message, chat, turn, phrases, StaffDesk::open);
    }

    @OnCommand(value = "mod find {person...}", where = Where.ANYWHERE, hidden = true)
    Reply find(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, String person) {
        return desk(message, chat, turn, phrases, desk -> desk.find(person));
    }

    @OnCommand(value = "mod [words...]", where = Where.ANYWHERE, hidden = true)
    Reply help(IncomingMessage message, Chat chat, Turn turn, Phrases phrases, @Nullable String words) {
        return desk(message, chat, turn, phrases, desk -> phrases.get("moderation.help", prefix + "mod"));
    }

    private Reply desk(IncomingMessage message, Chat chat, Turn turn, Phrases phrases,
            Function<StaffDesk, String> work) {
        StaffSettings staff = rules.latest(message.origin()).rules().settings().staff();
        CaseWords words = new CaseWords(phrases, prefix);
        if (!Alerts.isStaff(message.sender(), staff)) {
            return Reply.text(words.say("staff.only"));
        }
        if (!Alerts.decidesIn(chat, staff)) {
            return Reply.text(words.say("elsewhere"));
        }
        return Reply.text(work.apply(new StaffDesk(turn, files.trail(message.origin()), words,
                new StaffDesk.By(Who.of(message.sender()), ""))));
    }

    /** Somebody has decided outside of WhatsApp. */
    @OnTimer(CaseDesk.TIMER)
    void decided(CaseDesk.Decision decision, Turn turn, Phrases phrases) {
        Origin origin = turn.event().origin();
        new StaffDesk(turn, files.trail(origin), new CaseWords(phrases, prefix),
                new StaffDesk.By(decision.who(), decision.id())).decide(decision.verdict(), decision.one(),
                        decision.note().isEmpty() ? null : decision.note(), files.examples(origin));
    }
}
