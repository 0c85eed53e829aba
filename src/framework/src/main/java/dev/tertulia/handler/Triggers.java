package dev.tertulia.handler;

import java.lang.annotation.Annotation;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.TriggerType;
import dev.tertulia.message.Content;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.TimerFired;
import dev.tertulia.turn.EventView;
import dev.tertulia.turn.OpenQuestion;

/** The triggers except commands and tags. */
final class Triggers {

    static final int COMMAND = 0;
    static final int ANSWER = 5_000;
    private static final int MENTION = 10_000;
    static final int QUOTE = 15_000;
    private static final int PATTERN = 20_000;
    private static final int MEDIA = 30_000;
    private static final int OWN = 35_000;
    static final int ANY = 40_000;

    private Triggers() {}

    /** Every event of the kind. */
    record Any() implements Trigger {

        @Override
        public Match match(EventView view) {
            return Match.PLAIN;
        }

        @Override
        public boolean covers(Trigger other) {
            return true;
        }

        @Override
        public int rank() {
            return ANY;
        }
    }

    /** A timer's name. */
    record Timer(String name) implements Trigger {

        @Override
        public @Nullable Match match(EventView view) {
            return view.event() instanceof TimerFired timer && timer.name().equals(name)
                    ? Match.withPayload(timer.payload())
                    : null;
        }

        @Override
        public Set<Identity> identities() {
            return Set.of(new Identity("timer", name));
        }

        @Override
        public int rank() {
            return ANY;
        }
    }

    /** {@code @} and the bot's phone number or one of its names. */
    record Mention(List<String> names) implements Trigger {

        Mention {
            names = Mentions.keys(names);
        }

        @Override
        public @Nullable Match match(EventView view) {
            return view.event() instanceof IncomingMessage message && mentions(message) ? Match.PLAIN : null;
        }

        private boolean mentions(IncomingMessage message) {
            return Mentions.any(message.text(), message.origin().displayNumber(), names);
        }

        @Override
        public int rank() {
            return MENTION;
        }
    }

    /** A message that must mention the bot and fit another trigger. */
    record Mentioning(Mention mention, Trigger pattern) implements Trigger {

        @Override
        public @Nullable Match match(EventView view) {
            return mention.match(view) == null ? null : pattern.match(view);
        }

        @Override
        public int rank() {
            return pattern.rank() - PATTERN + MENTION - 1;
        }

        @Override
        public Set<String> words() {
            return pattern.words();
        }
    }

    /** Certain kinds of files. */
    record Media(Set<MediaKind> kinds) implements Trigger {

        @Override
        public @Nullable Match match(EventView view) {
            return view.event() instanceof IncomingMessage message && message.content() instanceof Content.Media media
                    && (kinds.isEmpty() || kinds.contains(media.kind())) ? Match.PLAIN : null;
        }

        @Override
        public boolean covers(Trigger other) {
            return other instanceof Media media
                    && (kinds.isEmpty() || !media.kinds.isEmpty() && kinds.containsAll(media.kinds));
        }

        @Override
        public int rank() {
            return MEDIA;
        }
    }

    /**
     * A pattern somewhere in the words, which are looked at without invisible characters if they do not fit as typed; its
     * named groups are words for parameters.
     */
    record Words(Pattern pattern) implements Trigger {

        @Override
        public @Nullable Match match(EventView view) {
            if (!(view.event() instanceof IncomingMessage message)) {
                return null;
            }
            Matcher matcher = pattern.matcher(Normalizer.normalize(message.text(), Form.NFC));
            if (!matcher.find()) {
                matcher = pattern.matcher(WordTokenizer.seen(message.text()));
                if (!matcher.find()) {
                    return null;
                }
            }
            Map<String, String> found = new HashMap<>();
            for (String name : pattern.namedGroups().keySet()) {
                String value = matcher.group(name);
                if (value != null) {
                    found.put(name, value);
                }
            }
            return Match.of(found);
        }

        @Override
        public int rank() {
            return PATTERN;
        }

        @Override
        public Set<String> words() {
            return pattern.namedGroups().keySet();
        }
    }

    /**
     * The answer to a question.
     *
     * @param attempts how many answers that do not fit are asked for again
     * @param within   how long the question stays open
     */
    record Answer(String bot, String question, int attempts, Duration within) implements Trigger {

        OpenQuestion.Declared declared() {
            return new OpenQuestion.Declared(bot, question, attempts, within);
        }

        @Override
        public @Nullable Match match(EventView view) {
            return view.question(bot, question).map(Match::answering).orElse(null);
        }

        @Override
        public Set<Identity> identities() {
            return Set.of(new Identity("answer", bot + " " + question));
        }

        @Override
        public int rank() {
            return ANSWER;
        }
    }

    /** A question that stays without an answer. */
    record AnswerMissing(String bot, Set<String> questions) implements Trigger {

        @Override
        public @Nullable Match match(EventView view) {
            return questions.stream().flatMap(question -> view.unanswered(bot, question).stream()).findFirst()
                    .map(Match::unanswered).orElse(null);
        }

        @Override
        public Set<Identity> identities() {
            return questions.stream().map(question -> new Identity("missing answer", bot + " " + question))
                    .collect(Collectors.toSet());
        }

        @Override
        public int rank() {
            return ANSWER - 1;
        }
    }

    /**
     * A message of the bot by its tag.
     *
     * @param rank of what is heard of the message
     */
    record Tagged(String bot, String tag, int rank) implements Trigger {

        @Override
        public @Nullable Match match(EventView view) {
            return view.tagged(bot).filter(message -> message.tag().equals(tag))
                    .map(message -> Match.withPayload(message.payload())).orElse(null);
        }
    }

    /** An annotation of an author's own. */
    record Own<A extends Annotation>(TriggerType<A> type, A annotation) implements Trigger {

        @Override
        public @Nullable Match match(EventView view) {
            return type.match(annotation, view.event()).map(Match::of).orElse(null);
        }

        @Override
        public int rank() {
            return OWN;
        }
    }
}
