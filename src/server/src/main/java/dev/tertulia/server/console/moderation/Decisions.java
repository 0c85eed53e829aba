package dev.tertulia.server.console.moderation;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.moderation.bot.CaseDesk;
import dev.tertulia.moderation.bot.Verdict;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.console.page.Texts;
import dev.tertulia.server.settings.Settings;

/** Hands over what people decide, and waits a moment for what becomes of it. */
@Singleton
@Requires(beans = Settings.class)
final class Decisions {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Moderation moderation;

    Decisions(Moderation moderation) {
        this.moderation = moderation;
    }

    /**
     * What has become of a decision.
     *
     * @param one the case afterwards
     */
    record Taken(CaseDesk.Outcome outcome, Case one) {

        Said said(Verdict verdict, Texts texts) {
            String number = one.number();
            return switch (outcome) {
                case TAKEN -> new Said(true, texts.get("said." + verdict.word(), number, one.name(),
                        texts.get("state." + one.state().word())));
                case TOO_LATE -> new Said(false, tooLate(texts));
                case ANOTHER_NEEDED -> new Said(false, texts.get("said.another", number));
                case WAITS -> new Said(true, texts.get("said.waits", number));
            };
        }

        private String tooLate(Texts texts) {
            String by = one.decision().map(CaseEntry::byName).orElse("");
            String state = texts.get("state." + one.state().word());
            return by.isEmpty()
                    ? texts.get("said.late", one.number(), state)
                    : texts.get("said.late.by", one.number(), state, by);
        }
    }

    Taken take(String number, Case one, Verdict verdict, String by, String note) {
        CaseDesk.Decision decision = new CaseDesk.Decision(UUID.randomUUID().toString(), verdict, one.number(), by,
                note);
        Taken taken = new Taken(CaseDesk.outcome(one, decision), one);
        if (taken.outcome() != CaseDesk.Outcome.WAITS) {
            return taken;
        }
        moderation.desk().decide(number, one, decision);
        long start = System.nanoTime();
        while (taken.outcome() == CaseDesk.Outcome.WAITS && System.nanoTime() - start < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            Case now = moderation.trail(number).find(one.number()).orElse(one);
            taken = new Taken(CaseDesk.outcome(now, decision), now);
        }
        return taken;
    }
}
