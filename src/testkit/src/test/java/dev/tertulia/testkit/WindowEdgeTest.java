package dev.tertulia.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnStatus;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Reply;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.Fault;
import dev.tertulia.emulator.webhook.DeliverySettings;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.handler.Handlers;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Joined;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.TimerFired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With late, repeated and reordered messages, moving clocks and errors 131047, no free-form message is sent outside the
 * window, and no template inside it if free-form was given.
 */
class WindowEdgeTest {

    private static final long SEED = Long.getLong("window.seed", 20_261_121L);
    private static final int SEQUENCES = Integer.getInteger("window.sequences", 1_200);
    /** Each has its own bot. */
    private static final int PARTS = 2;
    private static final int STEPS = 14;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final List<String> WORDS = List.of("/plain", "/template", "/hold", "/drop", "/later 30s",
            "/later 3h", "/later 1d", "hello");

    /** A bot that answers in every way and records what it receives. */
    @Bot
    static final class EdgeBot {

        private WindowBooks books = new WindowBooks(() -> Instant.EPOCH);

        @OnCommand("plain")
        Reply plain(GroupMessage message) {
            return hears(message);
        }

        @OnCommand("template")
        Notice template(GroupMessage message) {
            return hears(message).orTemplate("edge");
        }

        @OnCommand("hold")
        Notice hold(GroupMessage message) {
            return hears(message).orHold(Duration.ofHours(12));
        }

        @OnCommand("drop")
        Notice drop(GroupMessage message) {
            return hears(message).orDrop();
        }

        @OnCommand("later {after}")
        void later(GroupMessage message, Group group, Duration after) {
            hears(message);
            group.startTimer("edge", after);
        }

        @OnTimer("edge")
        Notice ring(TimerFired event) {
            return Reply.text("it is time").orTemplate("edge");
        }

        @OnJoin
        Notice welcome(Joined event) {
            return Reply.text("welcome").orTemplate("edge");
        }

        @OnStatus
        void status(MessageStatus status) {
            books.heard(status);
        }

        private Reply hears(GroupMessage message) {
            books.heard(message);
            return Reply.text("answer");
        }
    }

    @Test
    void neitherFreeFormOutsideNorATemplateInside() {
        System.out.printf("window: %d sequences with seed %d%n", SEQUENCES, SEED);
        WindowBooks.Counts counts = IntStream.range(0, PARTS).parallel().mapToObj(WindowEdgeTest::playPart)
                .reduce(new WindowBooks.Counts(), WindowBooks.Counts::plus);
        System.out.printf("window: %s%n", counts);
        assertThat(counts.freeForm()).as("free-form messages, so that there is something to see").isPositive();
        assertThat(counts.templates()).as("templates, so that there is something to see").isPositive();
    }

    /** Plays the sequences from this one on, in steps of the count of parts. */
    private static WindowBooks.Counts playPart(int first) {
        try (ApplicationContext context = ApplicationContext.run("test")) {
            new TestBeans().register(context);
            Handlers handlers = context.getBean(HandlerFinder.class).handlers(TestBench.DISPATCH,
                    List.of(EdgeBot.class));
            EdgeBot bot = context.getBean(EdgeBot.class);
            WindowBooks.Counts counts = new WindowBooks.Counts();
            for (int i = first; i < SEQUENCES; i += PARTS) {
                counts = counts.plus(play(handlers, bot, SEED + i));
            }
            return counts;
        }
    }

    private static WindowBooks.Counts play(Handlers handlers, EdgeBot bot, long seed) {
        Random random = new Random(seed);
        TestBench world = new TestBench(handlers, TestBench.DISPATCH, List.of());
        FakeWhatsApp whatsApp = world.whatsApp();
        whatsApp.templates().add("edge", "en", "It is time");
        WindowBooks books = new WindowBooks(whatsApp.clock());
        bot.books = books;
        whatsApp.onCall(books::called);
        String ana = whatsApp.join(world.group(TestBench.FIRST_GROUP, "", false).id(), "Ana", null).id();
        for (int step = 0; step < STEPS; step++) {
            step(world, ana, random);
            world.settle();
        }
        assertThat(whatsApp.violations()).as("free-form outside the window by WhatsApp's books, seed %d", seed)
                .isZero();
        assertThat(books.templatesInside()).as("templates inside the window, seed %d", seed).isEmpty();
        return books.counts();
    }

    private static void step(TestBench world, String member, Random random) {
        FakeWhatsApp whatsApp = world.whatsApp();
        String group = world.group(TestBench.FIRST_GROUP, "", false).id();
        Instant now = whatsApp.clock().instant();
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> whatsApp.say(group, member, any(WORDS, random), now);
            case 3 -> whatsApp.say(group, member, any(WORDS, random), now.minus(upTo(DAY.plus(FIVE_MINUTES), random)));
            case 4 -> whatsApp.webhooks()
                    .delivery(new DeliverySettings(1 + random.nextInt(3), random.nextInt(101), random.nextBoolean(),
                            random.nextBoolean() ? Duration.ZERO : upTo(DAY, random)));
            case 5 -> whatsApp.faults().next(random.nextBoolean() ? Fault.WINDOW_SHUT : Fault.LATE_WINDOW_SHUT, 1);
            case 6 -> whatsApp.join(group, "Guest", null);
            case 7 -> whatsApp.clock().advance(upTo(FIVE_MINUTES, random));
            case 8 -> whatsApp.clock().advance(upTo(DAY.plusHours(6), random));
            default -> toTheEdge(world, random);
        }
    }

    /** Moves the clock to a moment in the last minutes of the window, or in the first minutes after it. */
    private static void toTheEdge(TestBench world, Random random) {
        FakeWhatsApp whatsApp = world.whatsApp();
        Instant until = whatsApp.groups().getFirst().windowUntil();
        if (until != null) {
            Instant edge = until.minus(FIVE_MINUTES).plus(upTo(FIVE_MINUTES.multipliedBy(2), random));
            Duration left = Duration.between(whatsApp.clock().instant(), edge);
            whatsApp.clock().advance(left.isNegative() ? Duration.ZERO : left);
        }
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static Duration upTo(Duration longest, Random random) {
        return Duration.ofMillis(random.nextLong(longest.toMillis()));
    }
}
