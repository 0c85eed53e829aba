package dev.tertulia.server;

import java.util.regex.Pattern;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;

/** A bot that computes without end or ends its process, on command. */
@Bot
@Requires(property = ComputingBot.KEY)
final class ComputingBot {

    static final String KEY = "test.computing-bot";

    private static final Pattern BACKTRACKING = Pattern.compile("(x+x+)+\\1y");

    @OnCommand("loop")
    void loop() {
        while (true) {
            Thread.onSpinWait();
        }
    }

    @OnCommand("backtrack")
    String backtrack() {
        return "" + BACKTRACKING.matcher("x".repeat(60)).matches();
    }

    @OnCommand("halt")
    void halt() {
        Runtime.getRuntime().halt(1);
    }

    @OnCommand("fine {word}")
    String fine(String word) {
        return word;
    }
}
