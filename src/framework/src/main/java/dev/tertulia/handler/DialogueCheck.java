package dev.tertulia.handler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tertulia.turn.TurnSettings;

/** Compares the questions and tags that the code of bots gives with those that their handlers take. */
final class DialogueCheck {

    private DialogueCheck() {}

    /** Refuses questions that a bot asks and has no handler of the answer for. */
    static void check(Collection<HandlerMethod> handlers, Violations mistakes) {
        for (Class<?> bot : bots(handlers)) {
            Set<String> taken = handlers.stream().filter(handler -> handler.bot() == bot)
                    .map(HandlerMethod::trigger).filter(Triggers.Answer.class::isInstance)
                    .map(answer -> ((Triggers.Answer) answer).question()).collect(Collectors.toSet());
            NamesInCode.QUESTIONS.in(bot).stream()
                    .filter(question -> !taken.contains(question) && !question.equals(NamesInCode.UNKNOWN))
                    .forEach(question -> mistakes.add(bot.getSimpleName() + " asks the question '" + question
                            + "', and no handler of it takes the answer; write a method with @OnAnswer(\"" + question
                            + "\")"));
        }
    }

    private static Set<Class<?>> bots(Collection<HandlerMethod> handlers) {
        return handlers.stream().map(HandlerMethod::bot).collect(Collectors.toSet());
    }

    /**
     * Warnings about what is probably a mistake: answers that no question asks for, tags that are never given,
     * missing staff.
     */
    static List<String> warnings(Collection<HandlerMethod> handlers, TurnSettings settings) {
        List<String> warnings = new ArrayList<>();
        for (HandlerMethod handler : handlers) {
            switch (handler.trigger()) {
                case Triggers.Answer answer when isNever(handler, answer.question(), NamesInCode.QUESTIONS) ->
                    warnings.add(handler.name() + " " + handler.annotation() + " is never called: its bot asks no"
                            + " question '" + answer.question() + "'; ask it with Reply.text(…).asking(\""
                            + answer.question() + "\")");
                case Triggers.AnswerMissing missing -> unasked(missing, handlers).forEach(question -> warnings
                        .add(handler.name() + " " + handler.annotation() + " is never called for '" + question
                                + "': its bot has no @OnAnswer(\"" + question + "\")"));
                case Triggers.Tagged tagged when isNever(handler, tagged.tag(), NamesInCode.TAGS) ->
                    warnings.add(handler.name() + " " + handler.annotation() + " is never called: its bot gives no"
                            + " tag '" + tagged.tag() + "'; give it with Reply.text(…).tagged(\"" + tagged.tag()
                            + "\")");
                default -> {
                }
            }
        }
        Set<String> forStaff = handlers.stream().filter(handler -> handler.scope().staff()).map(HandlerMethod::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!forStaff.isEmpty() && settings.chat().staff().isEmpty()) {
            warnings.add(String.join(", ", forStaff) + " is for staff, and nobody is; name them with TERTULIA_STAFF");
        }
        return warnings;
    }

    /** Only a bot that gives names of the kind in its own code is known well enough. */
    private static boolean isNever(HandlerMethod handler, String name, NamesInCode kind) {
        Set<String> given = kind.in(handler.bot());
        return !given.isEmpty() && !given.contains(name) && !given.contains(NamesInCode.UNKNOWN);
    }

    /** The questions of a missing answer for which the bot has no answer either. */
    private static List<String> unasked(Triggers.AnswerMissing missing, Collection<HandlerMethod> handlers) {
        Set<String> answered = handlers.stream().map(HandlerMethod::trigger).filter(Triggers.Answer.class::isInstance)
                .map(Triggers.Answer.class::cast).filter(answer -> answer.bot().equals(missing.bot()))
                .map(Triggers.Answer::question).collect(Collectors.toSet());
        return missing.questions().stream().filter(question -> !answered.contains(question)).sorted().toList();
    }
}
