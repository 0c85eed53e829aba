package dev.tertulia.server.console.broadcasts;

import dev.tertulia.broadcast.BroadcastProgress;

/** A broadcast and its progress. */
public record BroadcastPage(String number, BroadcastProgress progress) {

    /** Whether the page has to be updated. */
    public boolean running() {
        return progress.state() == BroadcastProgress.State.RUNNING;
    }

    /** The share of groups that need nothing more, in percent. */
    public long percent() {
        int total = progress.total();
        int over = progress.sent() + progress.dropped() + progress.failed();
        return total == 0 ? 100 : Math.round(100.0 * over / total);
    }
}
