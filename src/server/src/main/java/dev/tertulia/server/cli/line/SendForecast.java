package dev.tertulia.server.cli.line;

import java.time.Instant;
import java.util.Optional;

import dev.tertulia.bot.Notice;
import dev.tertulia.window.WindowDecision;
import dev.tertulia.window.WindowRule;

/**
 * What becomes of a message if it is sent now.
 *
 * @param effect free-form, template, held or dropped
 */
record SendForecast(boolean open, Optional<Instant> until, String effect, String words) {

    static SendForecast of(SendTarget target, Notice notice, Instant now) {
        WindowRule rule = target.number().settings().window();
        Optional<Instant> until = target.openUntil();
        boolean open = rule.isOpen(until, now);
        String shut = until.map(time -> "the window is shut since " + time).orElse("nobody has written yet");
        return switch (rule.choose(notice.whenShut(), open, now, Instant.MAX)) {
            case WindowDecision.SendFreeForm _ ->
                new SendForecast(open, until, "free-form",
                        "free-form, the window is open until " + until.orElseThrow());
            case WindowDecision.SendTemplate use -> new SendForecast(open, until, "template",
                    "as the template %s, because %s".formatted(use.template().name(), shut));
            case WindowDecision.HoldUntil _ -> new SendForecast(open, until, "held",
                    "it is held until somebody writes, because %s".formatted(shut));
            case WindowDecision.Forget _ -> new SendForecast(open, until, "dropped",
                    "nothing is sent, because %s".formatted(shut));
        };
    }
}
