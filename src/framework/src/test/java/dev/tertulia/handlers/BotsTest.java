package dev.tertulia.handlers;

import java.util.List;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.handler.HandlerFinder;
import dev.tertulia.handler.Handlers;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;

class BotsTest {

    @Test
    void theBotsOfTheseTestsAreThereForNobodyElse() {
        try (ApplicationContext context = ApplicationContext.run("another program")) {
            Handlers all = context.getBean(HandlerFinder.class).handlers(Bots.SETTINGS, List.of());
            TestLine line = new TestLine(all, Bots.SETTINGS);

            line.receive(Events.in("G").says("/ping"));

            assertThat(line.journal(Step.UNHANDLED)).containsExactly("GroupMessage");
        }
    }
}
