package dev.tertulia.server.console.groups;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.backtest.LogHistory;
import dev.tertulia.moderation.backtest.PastEvent;
import dev.tertulia.moderation.rules.History;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.settings.Settings;

/** The latest messages of a group, if the rules keep a history. */
@Singleton
@Requires(beans = Settings.class)
final class GroupMessages {

    private static final int SHOWN = 20;
    private static final int WITHIN = 5_000;

    private final Moderation moderation;
    private final Logs logs;

    GroupMessages(Moderation moderation, Logs logs) {
        this.moderation = moderation;
        this.logs = logs;
    }

    /** The latest first; empty if no messages are kept. */
    Optional<List<PastEvent>> latest(String number, String group) {
        History history = moderation.isOff() ? null : moderation.rules().settings().history();
        return history == null
                ? Optional.empty()
                : Optional.of(new LogHistory(logs.of(number).log(LogHistory.NAME, history.keep()), Instant.EPOCH)
                        .latest(group, SHOWN, WITHIN));
    }
}
