package dev.tertulia.dispatch;

import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.Origin;
import dev.tertulia.store.Effects;
import dev.tertulia.store.LabelChange;

/**
 * What the handlers of one event share: what was known when it came, and what they want done.
 *
 * @param event with the names that are known
 */
record SharedTurn(Event event, SendFactory draft, States states, GroupFactsSession group,
        Supplier<Set<String>> storedLabels,
        @Nullable Failure failure, BufferedEffects notes) {

    /** What is told of a person outside of groups, or where they are gone, is for handlers of any event alone. */
    boolean isFor(HandlerMethod handler) {
        return (handler.takes() != MemberChanged.class || group.concerns(event))
                && (!handler.inGroupsAlone() || Origin.isGroup(event.group()));
    }

    Set<String> labels() {
        return notes.labelsAfter(storedLabels.get());
    }

    /** All of it. Nobody finds a group any more that was deleted. */
    Effects effects(@Nullable String deadLetter) {
        if (event instanceof GroupDeleted) {
            labels().forEach(label -> notes.label(new LabelChange(draft.group(), label, false)));
        }
        return notes.effects(states.changed(), deadLetter);
    }
}
