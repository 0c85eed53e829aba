package dev.tertulia.app;

import java.util.ArrayList;
import java.util.List;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;

/** A bot that leaks memory until none is left. */
@Bot
final class GreedyBot {

    private static final int AT_ONCE = 1 << 20;

    private final List<byte[]> kept = new ArrayList<>();

    @OnCommand("greedy")
    void keep() {
        while (!Thread.currentThread().isInterrupted()) {
            kept.add(new byte[AT_ONCE]);
        }
    }
}
