package dev.tertulia.bots;

import java.time.Duration;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.TimerFired;

/** Sends reminders: {@code /remind 10m tea is ready}. The window may be shut by then, so there is also a template. */
@Bot(example = true)
final class ReminderBot {

    private static final String TIMER = "remind";
    /** The longest text that fits the template, whose limit is 1,024 characters. */
    private static final int LONGEST_WORDS = 900;
    private static final Duration LONGEST = Duration.ofDays(365);

    @OnCommand("remind {after} {words...}")
    Reply remind(GroupMessage message, Duration after, String words, Group group) {
        if (after.isNegative() || after.isZero() || after.compareTo(LONGEST) > 0) {
            return Reply.text("I can remind you in 1s to 365d.").quoting(message);
        }
        if (Characters.count(words) > LONGEST_WORDS) {
            return Reply.text("A reminder can have " + LONGEST_WORDS + " characters, but this one has "
                    + Characters.count(words) + ". Please shorten it.").quoting(message);
        }
        group.startTimer(TIMER, after, words);
        return Reply.text("I will remind you in " + spoken(after) + ".").quoting(message);
    }

    @OnTimer(TIMER)
    Notice due(TimerFired timer) {
        return Reply.text(timer.payload()).orTemplate(Template.of("reminder", timer.payload()).in("en"));
    }

    /** Formats a duration as people write it: 1d 2h 10m. */
    private static String spoken(Duration time) {
        StringBuilder spoken = new StringBuilder();
        append(spoken, time.toDaysPart(), "d");
        append(spoken, time.toHoursPart(), "h");
        append(spoken, time.toMinutesPart(), "m");
        append(spoken, time.toSecondsPart(), "s");
        return spoken.isEmpty() ? time.toMillis() + "ms" : spoken.toString().strip();
    }

    private static void append(StringBuilder spoken, long amount, String unit) {
        if (amount > 0) {
            spoken.append(amount).append(unit).append(' ');
        }
    }
}
