package dev.tertulia.server.cli.line;

import java.time.Instant;
import java.util.Locale;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.server.cli.terminal.Count;

/** The text of what waits in an outbox, without anything that people or bots wrote. */
final class SendText {

    private SendText() {}

    /** What an entry asks for, such as {@code message}, {@code template welcome} or {@code remove members}. */
    static String what(Send send) {
        Action action = send.action();
        return switch (action) {
            case Message.FreeForm _ -> "message";
            case Message.TemplateMessage message -> "template " + message.template().name();
            case Message.Invite invite -> "invitation with template " + invite.template().name();
            default -> words(action.getClass().getSimpleName());
        };
    }

    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    /** Why it was not sent yet. */
    static String why(WaitingSend waiting, Instant now) {
        Progress progress = waiting.first().progress();
        if (waiting.behind()) {
            return "waits for another entry of its turn";
        }
        if (progress instanceof Progress.Unknown unknown) {
            return unknown.explain();
        }
        if (waiting.due() == null) {
            return "waits for the entry of its group that is being sent";
        }
        if (waiting.due().isAfter(now)) {
            return "is tried again at %s%s".formatted(waiting.due(), progress.attempts() == 0
                    ? ""
                    : ", after " + Count.of(progress.attempts(), "attempt"));
        }
        return "is due since %s, and waits for its lane".formatted(waiting.due());
    }
}
