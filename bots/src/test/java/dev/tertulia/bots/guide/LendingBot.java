package dev.tertulia.bots.guide;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Turn;
import dev.tertulia.fleet.Count;
import dev.tertulia.fleet.Counter;
import dev.tertulia.fleet.Counters;
import dev.tertulia.fleet.Log;
import dev.tertulia.fleet.LogEntry;
import dev.tertulia.fleet.Logs;
import dev.tertulia.message.Member;

/** Lends tools in all groups: three a day to a person. */
@Bot
final class LendingBot {

    private static final Duration DAY = Duration.ofDays(1);

    private final Counters counters;
    private final Logs logs;

    LendingBot(Counters counters, Logs logs) {
        this.counters = counters;
        this.logs = logs;
    }

    private Log loans() {
        return logs.log("loans", Duration.ofDays(365));
    }

    @OnCommand("borrow {tool}")
    String borrow(String tool, Member member, Turn turn) {
        Counter borrowed = Counter.adding("borrowed:" + member.id(), DAY);
        Count today = counters.count(turn.key(), turn.now(), List.of(borrowed)).getFirst();
        if (today.entries() > 3) {
            return member.name() + ", three tools a day are enough.";
        }
        loans().append(new Log.Draft(turn.key(), turn.now(), Set.of("tool:" + tool), member.name()));
        return member.name() + " has the " + tool + ".";
    }

    @OnCommand("who {tool}")
    String who(String tool) {
        return loans().findLatest("tool:" + tool, Long.MAX_VALUE, 1).stream().findFirst().map(LogEntry::body)
                .orElse("Nobody") + " has the " + tool + ".";
    }
}
