package dev.tertulia.bot;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupMessage;

/**
 * An answer to a message. If the message came so late that the group's window is shut again, the answer is held
 * until somebody writes. With {@code orTemplate}, {@code orHold} or {@code orDrop} it becomes a {@link Notice}, which
 * may be returned anywhere.
 */
public sealed interface Reply permits PlainReply, Notice {

    /** Words, 1 to 4096 characters. */
    static Reply text(String words) {
        return new PlainReply(new Body.Text(words), null);
    }

    /** What it says. */
    Body body();

    /** The message it quotes, if any. */
    @Nullable
    String quotes();

    /** The same, quoting that message. */
    Reply quoting(GroupMessage message);

    /** When the window is shut: send this template in the default language, with these body parameters. */
    default Notice orTemplate(String name, Object... parameters) {
        return orTemplate(Template.of(name, parameters));
    }

    /** When the window is shut: send this template. */
    default Notice orTemplate(Template template) {
        return new Notice(body(), quotes(), new WhenShut.UseTemplate(template), null);
    }

    /** When the window is shut: wait until it opens, for so long at most. */
    default Notice orHold(Duration atMost) {
        return new Notice(body(), quotes(), new WhenShut.Hold(atMost), null);
    }

    /** When the window is shut: say nothing. */
    default Notice orDrop() {
        return new Notice(body(), quotes(), new WhenShut.Drop(), null);
    }
}
