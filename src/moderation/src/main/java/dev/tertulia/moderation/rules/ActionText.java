package dev.tertulia.moderation.rules;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Actions as a rule file writes them, on one line. */
public final class ActionText {

    private ActionText() {}

    /** The key of an action. */
    public static String key(Action action) {
        return switch (action) {
            case Action.Note _ -> "note";
            case Action.Strike _ -> "strike";
            case Action.Reply _ -> "reply";
            case Action.Private _ -> "private";
            case Action.Alert _ -> "alert";
            case Action.ProposeRemoval _ -> "propose";
            case Action.Remove _ -> "remove";
            case Action.Ignore _ -> "ignore";
            case Action.ResetLink _ -> "reset_link";
            case Action.HoldRequests _ -> "hold_requests";
            case Action.Approve _ -> "approve";
            case Action.Reject _ -> "reject";
            case Action.Ask _ -> "ask";
        };
    }

    /** An action on one line. */
    public static String of(Action action) {
        String key = key(action);
        return switch (action) {
            case Action.Note note -> key + ": " + quoted(note.text());
            case Action.Strike strike -> key + ": " + strike.count();
            case Action.Reply reply -> key + ": " + quoted(reply.words().text());
            case Action.Private message -> key + ": " + quoted(message.words().text());
            case Action.Alert alert -> key + ": " + quoted(alert.text());
            case Action.ProposeRemoval proposal -> "propose: remove, approvals: %d, expires: %s%s".formatted(
                    proposal.approvals(), Durations.show(proposal.expires()),
                    proposal.delay().isZero() ? "" : ", delay: " + Durations.show(proposal.delay()));
            case Action.Ignore ignore -> key + ": " + Durations.show(ignore.time());
            case Action.HoldRequests hold -> key + ": " + Durations.show(hold.time());
            case Action.Ask ask ->
                "ask: %s, within: %s, wrong: %s, answers: %s".formatted(quoted(ask.question().text()),
                        Durations.show(ask.within()), Value.word(ask.wrong()), ask.answers());
            case Action.Remove _,Action.ResetLink _,Action.Approve _,Action.Reject _ -> key + ": true";
        };
    }

    /** Actions on one line. */
    public static String of(List<Action> actions) {
        return actions.stream().map(action -> "{ " + of(action) + " }").collect(Collectors.joining(", ", "[ ", " ]"));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "true" : "\"" + text.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
