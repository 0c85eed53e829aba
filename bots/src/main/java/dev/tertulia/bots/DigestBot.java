package dev.tertulia.bots;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnSchedule;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.message.TimerFired;

/**
 * Sends a weekly digest to every group that subscribed with {@code /digest on}: one broadcast to all groups with a
 * label.
 */
@Bot(example = true)
final class DigestBot {

    private static final String LABEL = "digest";
    private static final String HOME = "Europe/Madrid";

    private final Groups groups;
    private final Broadcasts broadcasts;

    DigestBot(Groups groups, Broadcasts broadcasts) {
        this.groups = groups;
        this.broadcasts = broadcasts;
    }

    @OnCommand("digest on")
    String subscribe(Group group) {
        group.label(LABEL);
        return "I will open each week here, on Mondays at nine.";
    }

    @OnCommand("digest off")
    String unsubscribe(Group group) {
        group.unlabel(LABEL);
        return "I will be quiet on Mondays.";
    }

    /** Names the broadcast after the scheduled day, so that a repeated turn sends nothing twice. */
    @OnSchedule(value = "0 9 * * MON", zone = HOME)
    void send(TimerFired fired) {
        if (!groups.labelled(LABEL).isEmpty()) {
            LocalDate monday = LocalDate.ofInstant(Instant.parse(fired.payload()), ZoneId.of(HOME));
            broadcasts.start(Broadcast.toLabel("digest-" + monday, digest(monday), LABEL));
        }
    }

    private static Notice digest(LocalDate monday) {
        int week = monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        return Reply.text("Good morning! Week " + week + " begins.")
                .orTemplate(Template.of("digest", week).in("en"));
    }
}
