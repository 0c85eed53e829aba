package dev.tertulia.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;

import static org.assertj.core.api.Assertions.assertThat;

/** A test puts beans of its own in the place of those that its bots use. */
@BotTest(BeansInTestsTest.ShopBot.class)
class BeansInTestsTest {

    interface Prices {
        int of(String thing);
    }

    @Singleton
    static final class RealPrices implements Prices {

        @Override
        public int of(String thing) {
            throw new IllegalStateException("a test calls no shop");
        }
    }

    /** The calls that a bot made in a test. */
    record Asked(List<String> things) {}

    @Bot
    static final class ShopBot {

        private final Prices prices;

        ShopBot(Prices prices) {
            this.prices = prices;
        }

        @OnCommand("price {thing}")
        String price(String thing) {
            return thing + " costs " + prices.of(thing);
        }
    }

    @TestBean
    static Prices prices() {
        return String::length;
    }

    @Test
    void botUsesTheBeanOfTheTest(TestGroup group, Prices prices) {
        group.member("Ana").says("/price tea");

        group.heard("tea costs " + prices.of("tea"));
    }

    /** Nested classes have the beans of their enclosing class, and their own. */
    @Nested
    class Inside {

        @TestBean
        static Asked asked() {
            return new Asked(new ArrayList<>());
        }

        @Test
        void hasBoth(Asked asked, Prices prices) {
            asked.things().add("tea");

            assertThat(prices.of("tea")).isEqualTo(3);
            assertThat(asked.things()).containsExactly("tea");
        }

        @Test
        void hasNewOnesInEachTest(Asked asked) {
            assertThat(asked.things()).isEmpty();
        }
    }

    @BotTest(ShopBot.class)
    static class NotStatic {

        @TestBean
        Prices prices() {
            return String::length;
        }

        @Test
        void runs() {}
    }

    @BotTest(ShopBot.class)
    static class Nothing {

        @TestBean
        static Prices prices() {
            return ((Supplier<Prices>) () -> null).get();
        }

        @Test
        void runs() {}
    }

    @Test
    void mistakesAreNamed() {
        assertThat(failureOf(NotStatic.class)).contains("NotStatic.prices()", "must be static");
        assertThat(failureOf(Nothing.class)).contains("Nothing.prices()", "returned null");
    }

    private static String failureOf(Class<?> test) {
        return TestRun.of(test).ended().values().stream().flatMap(Optional::stream).findFirst().orElseThrow()
                .getMessage();
    }
}
