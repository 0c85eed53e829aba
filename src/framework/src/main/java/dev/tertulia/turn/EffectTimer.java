package dev.tertulia.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Timer;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.StartTimer;

/** The timers of one name and key in a chat. */
record EffectTimer(SendFactory factory, Function<String, EffectSink> sinks, String name, @Nullable String ownKey,
        @Nullable String member) implements Timer {

    private static final int LONGEST_NAME = 200;
    private static final Duration LONGEST = Duration.ofDays(3653);

    EffectTimer {
        checkLine("name", name);
        if (name.startsWith(TurnFactory.OWN_TIMER)) {
            throw new InvalidArgument("timer '", name, "' is called like one of a schedule; leave the "
                    + TurnFactory.OWN_TIMER + " out");
        }
        if (ownKey != null) {
            checkLine("key", ownKey);
        }
    }

    EffectTimer(SendFactory factory, Function<String, EffectSink> sinks, String name) {
        this(factory, sinks, name, null, null);
    }

    private static void checkLine(String what, String text) {
        if (text.isBlank() || text.contains("\n")) {
            throw new InvalidArgument("a timer needs a " + what + " of one line"
                    + (what.equals("name") ? ", the same as in @OnTimer" : ", such as member.id()"));
        }
        if (text.length() > LONGEST_NAME) {
            throw new InvalidArgument("a timer's " + what + " of " + text.length() + " characters; " + LONGEST_NAME
                    + " are the most");
        }
    }

    @Override
    public Timer key(String key) {
        return new EffectTimer(factory, sinks, name, key, member);
    }

    @Override
    public Timer of(Member person) {
        return new EffectTimer(factory, sinks, name, ownKey, person.id());
    }

    private @Nullable String usedKey() {
        return ownKey == null ? member : ownKey;
    }

    @Override
    public void start(Duration after, @Nullable Object payload) {
        checkTime(after);
        String written = payload == null ? "" : factory.payload("timer '" + name + "'", payload);
        if (usedKey() != null) {
            cancel();
        }
        Instant now = factory.now();
        sinks.apply("startTimer").startTimer(new StartTimer(factory.conversation(), name, SortableIds.next(now),
                now.plus(after), written, usedKey(), member));
    }

    private void checkTime(Duration after) {
        if (after.compareTo(LONGEST) > 0) {
            throw new InvalidArgument("timer '", name, "' would start in " + after.toDays() + " days; 10 years are"
                    + " the most");
        }
        if (after.isNegative()) {
            throw new InvalidArgument("timer '", name, "' would start in the past: " + after);
        }
    }

    @Override
    public void restart(Duration after, @Nullable Object payload) {
        checkTime(after);
        if (usedKey() == null) {
            cancel();
        }
        start(after, payload);
    }

    @Override
    public void cancel() {
        sinks.apply("cancelTimers").cancelTimers(new CancelTimers(factory.conversation(), name, usedKey()));
    }
}
