package dev.tertulia.handler;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.inject.ExecutableMethod;

import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.phrases.PhraseBook;
import dev.tertulia.turn.ChatSettings;
import dev.tertulia.turn.ChatSettings.Hints;
import dev.tertulia.turn.SharedTurn;
import dev.tertulia.turn.TurnSettings;

/**
 * The framework's own answers to commands that no bot took: the list of commands, and a hint where one is nearly that of a
 * bot. Bots that have a command {@code help} of their own replace the list.
 */
public final class BuiltInCommands {

    private static final String HELP = "help";
    private static final int LONGEST_HINTED = 40;

    private final String prefix;
    private final ChatSettings settings;
    private final List<HandlerMethod> commands;

    /** The answers to commands that these handlers do not take. */
    public BuiltInCommands(Handlers handlers, TurnSettings settings) {
        this.prefix = settings.commandPrefix();
        this.settings = settings.chat();
        this.commands = handlers.commands();
    }

    /**
     * The answer to a message, in several replies if it is too long for one; empty if it deserves none.
     *
     * @param handled whether a handler took the message that is not one of commands
     */
    public List<Reply> answer(SharedTurn turn, boolean handled) {
        if (!(turn.event() instanceof IncomingMessage message)) {
            return List.of();
        }
        String word = WordTokenizer.cut(message.text()).word();
        if (!WordTokenizer.visible(word).startsWith(prefix)) {
            return List.of();
        }
        PhraseBook phrases = turn.phrases(null);
        String typed = WordTokenizer.key(word).substring(Math.min(prefix.length(), WordTokenizer.key(word).length()));
        Optional<String> words = settings.help() && isHelp(typed, phrases)
                ? list(turn, message, phrases, handled)
                : handled ? Optional.empty() : hint(turn, message, typed, phrases);
        return words.stream().flatMap(text -> Reply.texts(text).stream()).map(reply -> reply.quoting(message)).toList();
    }

    /** Whether a message says no more than that an open question is cancelled. */
    public static boolean isCancel(SharedTurn turn) {
        return turn.event() instanceof IncomingMessage message && message.text().length() < LONGEST_HINTED
                && turn.phrases(null).words("dialogue.cancel").contains(WordTokenizer.key(message.text()));
    }

    private static boolean isHelp(String typed, PhraseBook phrases) {
        return typed.equals(HELP) || phrases.words("help.words").contains(typed);
    }

    private Optional<String> list(SharedTurn turn, IncomingMessage message, PhraseBook phrases, boolean handled) {
        List<String> lines = usable(turn, message).filter(handler -> !isHidden(handler))
                .sorted(Comparator.comparing(handler -> command(handler).example()))
                .map(handler -> line(turn, handler, phrases)).distinct().toList();
        if (lines.isEmpty()) {
            return handled ? Optional.empty() : Optional.of(phrases.get("help.none"));
        }
        return Optional.of(Stream.concat(Stream.of(phrases.get("help.title")), lines.stream())
                .collect(Collectors.joining("\n")));
    }

    private static String line(SharedTurn turn, HandlerMethod handler, PhraseBook phrases) {
        PhraseBook own = turn.phrases(handler.bot());
        String example = command(handler).example(word -> WordConverter.name(word, own));
        String words = helpKey(handler.method()).map(key -> own.get(key))
                .orElseGet(() -> handler.method().stringValue(OnCommand.class, "help").orElse(""));
        return words.isEmpty() ? example : phrases.get("help.line", example, words);
    }

    /** The key of the phrase that tells what a command does; empty if it is told in the annotation. */
    static Optional<String> helpKey(ExecutableMethod<?, ?> method) {
        return method.stringValue(OnCommand.class, "help").filter(help -> help.startsWith("{") && help.endsWith("}"))
                .map(help -> help.substring(1, help.length() - 1));
    }

    private static boolean isHidden(HandlerMethod handler) {
        return handler.method().booleanValue(OnCommand.class, "hidden").orElse(false);
    }

    private Stream<HandlerMethod> usable(SharedTurn turn, IncomingMessage message) {
        return commands.stream().filter(handler -> command(handler).isHeardIn(message) && handler.isFor(turn))
                .filter(handler -> !handler.scope().staff() || turn.isStaff(message.sender()));
    }

    private static Command command(HandlerMethod handler) {
        return (Command) handler.trigger();
    }

    private Optional<String> hint(SharedTurn turn, IncomingMessage message, String typed, PhraseBook phrases) {
        boolean wanted = settings.hints() == Hints.ANYWHERE
                || settings.hints() == Hints.PRIVATE && !(message instanceof GroupMessage);
        if (!wanted || typed.isEmpty() || typed.length() > LONGEST_HINTED) {
            return Optional.empty();
        }
        return usable(turn, message).filter(handler -> !isHidden(handler))
                .flatMap(handler -> command(handler).fixed().stream().map(List::getFirst)).distinct()
                .filter(name -> EditDistance.isNear(typed, WordTokenizer.key(name)))
                .min(Comparator.comparingInt((String name) -> EditDistance.between(typed, WordTokenizer.key(name)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> phrases.get("hint", prefix + typed, prefix + name));
    }
}
