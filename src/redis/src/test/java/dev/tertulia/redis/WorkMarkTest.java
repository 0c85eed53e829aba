package dev.tertulia.redis;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.bot.Reply;
import dev.tertulia.store.BroadcastStore.Started;
import dev.tertulia.store.Claim;
import dev.tertulia.store.Effects;
import dev.tertulia.store.InHand;
import dev.tertulia.store.Stores;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static dev.tertulia.store.Samples.send;
import static dev.tertulia.store.Samples.timer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** All processes see which numbers have work, and a number is left alone only when all its work is in sight. */
class WorkMarkTest {

    private static final Duration SOON = Duration.ofSeconds(6);
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final RedisConnection redis = TestRedis.shared().connection();
    private final String number = TestRedis.newNumber();
    private final Stores stores = TestRedis.shared().stores(number);
    private final MarkedNumbers marked = new MarkedNumbers(redis);

    /** When processes look at the number, in milliseconds from now; null if they do not. */
    private @Nullable Long look() {
        Double at = redis.run(commands -> commands.zscore(MarkedNumbers.key(number), number));
        return at == null ? null : at.longValue() - System.currentTimeMillis();
    }

    /** Lets a mark be set a minute ago. */
    private void aMinuteLater() {
        redis.run(commands -> commands.zadd(MarkedNumbers.key(number),
                System.currentTimeMillis() - MINUTE, number));
    }

    private void handled() {
        Claim claim = stores.inbox().claim(1, LONG).getFirst();
        InHand.commit(stores.inbox(), claim, Effects.NONE, NOW);
    }

    private boolean left() {
        return stores.agenda().leave(NOW, SOON);
    }

    static Stream<Arguments> newWork() {
        return Stream.of(work("event", stores -> stores.inbox().accept(List.of(message("g", "a")), NOW)),
                work("timer", stores -> stores.inbox().startTimer(timer("g", "t", "1", NOW))),
                work("entry", stores -> stores.outbox().add(send("g", "1"))),
                work("broadcast", stores -> stores.broadcasts()
                        .start(new Started("b", Reply.text("x").orDrop(), "all", NOW), List.of("g"))));
    }

    private static Arguments work(String what, Consumer<Stores> stored) {
        return arguments(what, stored);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("newWork")
    void newWorkIsSeenByAll(String what, Consumer<Stores> stored) {
        assertThat(look()).isNull();

        stored.accept(stores);

        assertThat(look()).as("others look after whoever stored it could take the mark away").isBetween(5_000L, 7_000L);
        assertThat(marked.due()).doesNotContain(number);
        aMinuteLater();
        assertThat(marked.due()).contains(number);
    }

    @Test
    void aNumberWithoutWorkIsLeftAlone() {
        assertThat(left()).isTrue();
        assertThat(look()).isNull();
    }

    @Test
    void isNotLeftAloneAMomentAfterWorkWasStored() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);
        handled();

        assertThat(left()).isFalse();

        aMinuteLater();
        assertThat(left()).isTrue();
        assertThat(look()).isNull();
    }

    @Test
    void isNotLeftAloneWhileWorkIsDue() {
        stores.inbox().accept(List.of(message("g", "a")), NOW);
        aMinuteLater();

        assertThat(left()).isFalse();
        assertThat(marked.due()).contains(number);
    }

    @Test
    void isLookedAtShortlyBeforeLaterWork() {
        stores.inbox().startTimer(timer("g", "t", "1", NOW.plus(Duration.ofHours(1))));
        aMinuteLater();

        assertThat(left()).isTrue();
        assertThat(Objects.requireNonNull(look())).isBetween(3_590_000L, 3_598_000L);
        assertThat(left()).as("another process leaves it too").isTrue();
        assertThat(Objects.requireNonNull(look())).isBetween(3_590_000L, 3_598_000L);
    }

    @Test
    void soonerWorkBringsTheLookForward() {
        stores.inbox().startTimer(timer("g", "t", "1", NOW.plus(Duration.ofHours(1))));
        aMinuteLater();
        left();

        TestRedis.shared().stores(number).outbox().add(send("g", "1")); // by another process

        assertThat(Objects.requireNonNull(look())).isLessThanOrEqualTo(7_000);
    }

    @Test
    void aMarkThatAnotherProcessSetMeanwhileStays() {
        WorkMark mine = new WorkMark(redis, number);
        mine.set();
        aMinuteLater();
        String seen = mine.old().orElseThrow();

        new WorkMark(redis, number).set();

        assertThat(mine.move(seen, Optional.empty())).isFalse();
        assertThat(look()).isNotNull();
    }
}
