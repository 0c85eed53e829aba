package dev.tertulia.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.CorrelationId;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.store.Effects;
import dev.tertulia.store.JournalEntries;
import dev.tertulia.store.JournalEntry;

/** What the journal in the store says of turns. */
final class TurnNotes {

    private TurnNotes() {}

    /**
     * A turn ended; {@code null} for a status that nobody took, since its acceptance says everything.
     *
     * @param detail the handlers, or one sentence without what people wrote
     */
    static @Nullable JournalEntry ended(EventContext context, Effects effects, Step step, String detail, Instant now) {
        if (step == Step.UNHANDLED && context.accepted() instanceof MessageStatus) {
            return null;
        }
        String said = step == Step.UNHANDLED ? detail : JournalEntries.kind(context.accepted()) + ": " + detail;
        String changes = changes(effects);
        return of(context, step, changes.isEmpty() ? said : said + " → " + changes, now, null);
    }

    /** An attempt failed, and another one follows. */
    static JournalEntry failed(EventContext context, HandlerFailed failed, Duration pause, Instant now) {
        return of(context, Step.RETRIED, JournalEntries.kind(context.accepted()) + ": " + failed.withoutWords(), now,
                now.plus(pause));
    }

    private static JournalEntry of(EventContext context, Step step, String detail, Instant now,
            @Nullable Instant until) {
        Event event = context.accepted();
        int attempt = context.attempts() + 1;
        return JournalEntry.of(now, step, event.group(), CorrelationId.of(event).mark(), event.origin().key(),
                attempt == 1 ? detail : "attempt " + attempt + ": " + detail, until);
    }

    private static String changes(Effects effects) {
        return Stream.of(count(effects.sends().size(), "to send"), count(effects.state().size(), "stored"),
                count(effects.timers().size(), "timers"), count(effects.labels().size(), "labels"))
                .filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String count(int number, String what) {
        return number == 0 ? "" : number + " " + what;
    }
}
