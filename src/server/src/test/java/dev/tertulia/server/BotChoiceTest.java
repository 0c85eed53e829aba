package dev.tertulia.server;

import java.util.List;

import io.micronaut.context.annotation.Requires;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Bot;
import dev.tertulia.server.settings.BadSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BotChoiceTest {

    /** Never enabled, so that other tests do not find these bots. */
    private static final String NEVER = "dev.tertulia.never";

    @Bot(example = true)
    @Requires(property = NEVER)
    static final class Example {}

    @Bot
    @Requires(property = NEVER)
    static final class Own {}

    static final class Other {
        @Bot
        @Requires(property = NEVER)
        static final class Own {}
    }

    @Bot(companion = true)
    @Requires(property = NEVER)
    static final class Companion {}

    private static List<Class<?>> serving(List<Class<?>> bots, String... names) {
        return BotChoice.of(bots, List.of(names)).serving();
    }

    @Test
    void examplesServeWhereThereIsNothingElse() {
        assertThat(serving(List.of(Example.class))).containsExactly(Example.class);
    }

    @Test
    void companionsServeBesideAllOthers() {
        assertThat(serving(List.of(Example.class, Companion.class))).containsExactly(Companion.class, Example.class);
        assertThat(serving(List.of(Own.class, Example.class, Companion.class))).containsExactly(Companion.class,
                Own.class);
        assertThat(serving(List.of(Own.class, Example.class, Companion.class), "Example")).containsExactly(
                Companion.class, Example.class);
    }

    @Test
    void examplesDoNotServeBesideOtherBots() {
        BotChoice choice = BotChoice.of(List.of(Own.class, Example.class), List.of());

        assertThat(choice).isEqualTo(new BotChoice(List.of(Own.class), List.of(Example.class)));
    }

    @Test
    void whoIsNamedServesAndNobodyElse() {
        assertThat(serving(List.of(Own.class, Example.class), "Example")).containsExactly(Example.class);
        assertThat(serving(List.of(Own.class, Example.class), Own.class.getName(), "Example"))
                .containsExactly(Own.class, Example.class);
    }

    @Test
    void aNameOfNoBotIsRefused() {
        assertThatThrownBy(() -> serving(List.of(Own.class, Example.class), "Pong")).isInstanceOf(BadSettings.class)
                .hasMessage("TERTULIA_BOTS (tertulia.bots) names 'Pong', but there is no such bot;"
                        + " there are: Example, Own.");
    }

    @Test
    void aNameOfSeveralBotsIsRefused() {
        assertThatThrownBy(() -> serving(List.of(Own.class, Other.Own.class), "Own")).isInstanceOf(BadSettings.class)
                .hasMessage(
                        "TERTULIA_BOTS (tertulia.bots) names 'Own', which is the name of several bots; write one of: "
                                + Other.Own.class.getName() + ", " + Own.class.getName() + ".");
    }
}
