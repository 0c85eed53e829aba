package dev.tertulia.server.cli;

import java.io.Console;
import java.io.PrintWriter;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.History;

/** A bar that shows how far a command is, on a terminal only. It is removed at the end. */
final class ProgressBar implements History.Progress, AutoCloseable {

    private static final int WIDTH = 40;
    private static final int HUNDRED = 100;

    private final @Nullable PrintWriter terminal;
    private long percent = -1;

    /** A bar on a terminal; none if {@code null}. */
    ProgressBar(@Nullable PrintWriter terminal) {
        this.terminal = terminal;
    }

    /** A bar if the command runs on a terminal. */
    static ProgressBar onTerminal(PrintWriter err) {
        Console console = System.console();
        return new ProgressBar(console != null && console.isTerminal() ? err : null);
    }

    @Override
    public void at(long done, long all) {
        long now = all == 0 ? HUNDRED : done * HUNDRED / all;
        if (terminal == null || now == percent) {
            return;
        }
        percent = now;
        int full = (int) (now * WIDTH / HUNDRED);
        terminal.printf("\r[%s%s] %3d %%", "#".repeat(full), ".".repeat(WIDTH - full), now);
        terminal.flush();
    }

    @Override
    public void close() {
        if (terminal != null && percent >= 0) {
            terminal.print("\r" + " ".repeat(WIDTH + 10) + "\r");
            terminal.flush();
        }
    }
}
