package dev.tertulia.server.turns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.message.Event;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.TimerFired;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.Effects;
import dev.tertulia.store.LabelChange;

/** Texts of events and effects for the demo's page. */
final class TurnText {

    /** The prefix of the framework's own state, which is not shown. */
    private static final String OWN = "tertulia.";

    private TurnText() {}

    static LoggedTurn.Told told(Event event) {
        return new LoggedTurn.Told(id(event), event.group(),
                event instanceof IncomingMessage message ? message.id() : null,
                event.at().toString(), event.getClass().getSimpleName(), what(event));
    }

    static String id(Event event) {
        return event.group() + " " + event.origin().key();
    }

    private static String what(Event event) {
        return switch (event) {
            case PrivateMessage message -> message.sender().name() + ", privately: " + message.text();
            case IncomingMessage message -> message.sender().name() + ": " + message.text();
            case Reaction reaction -> reaction.sender().name()
                    + (reaction.emoji() == null ? " removes a reaction" : " reacts " + reaction.emoji());
            case Joined joined -> joined.member().name() + " joined";
            case Left left -> left.member().name() + " left";
            case JoinRequested asked -> asked.member().name() + " asks to join";
            case TimerFired timer -> "timer " + timer.name() + " " + timer.payload();
            case OperationEnded ended -> "operation " + ended.operation().state();
            default -> event.getClass().getSimpleName();
        };
    }

    static List<LoggedTurn.Answer> answers(Effects effects) {
        return effects.sends().stream()
                .map(send -> new LoggedTurn.Answer(send.id(), what(send.action()), whenShut(send), new ArrayList<>()))
                .toList();
    }

    private static String what(Action action) {
        return switch (action) {
            case Message.FreeForm said -> body(said.body()) + (said.quotes() == null ? "" : " (as a quoting reply)");
            case Message.TemplateMessage said -> template(said.template());
            default -> action.toString();
        };
    }

    private static String body(Body body) {
        return body instanceof Body.Text text ? text.words() : body.getClass().getSimpleName();
    }

    private static String template(Template template) {
        return "template " + template.name() + template.body().stream()
                .map(one -> one instanceof Template.Parameter.Text text ? text.text() : "the invite link")
                .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String whenShut(Send send) {
        return switch (send.whenShut()) {
            case null -> "";
            case WhenShut.UseTemplate use -> "outside the window as " + template(use.template());
            case WhenShut.Hold hold -> "outside the window held for at most " + hold.atMost();
            case WhenShut.Drop drop -> "outside the window dropped";
        };
    }

    static LoggedTurn.Changes changes(Map<String, String> before, Effects effects) {
        return new LoggedTurn.Changes(
                effects.state().entrySet().stream().filter(entry -> !entry.getKey().startsWith(OWN))
                        .map(entry -> change(entry.getKey(), before, entry.getValue()))
                        .filter(change -> !Objects.equals(change.before(), change.after())).toList(),
                Stream.concat(effects.cancelledTimers().stream().map(timers -> "stopped " + timers.name()),
                        effects.timers().stream().map(timer -> "started %s for %s, with '%s'".formatted(timer.name(),
                                timer.at(), timer.payload())))
                        .toList(),
                effects.labels().stream().map(TurnText::label).toList(), effects.deadLetter());
    }

    private static LoggedTurn.Change change(String key, Map<String, String> before, Optional<String> after) {
        return new LoggedTurn.Change(key, before.get(key), after.orElse(null));
    }

    private static String label(LabelChange change) {
        return (change.on() ? "added " : "removed ") + change.label();
    }
}
