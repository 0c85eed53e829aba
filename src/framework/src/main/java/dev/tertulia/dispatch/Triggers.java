package dev.tertulia.dispatch;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Content;
import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.TimerFired;

/** The triggers beside commands. */
final class Triggers {

    static final int COMMAND = 0;
    private static final int MENTION = 10_000;
    private static final int PATTERN = 20_000;
    private static final int MEDIA = 30_000;
    static final int ANY = 40_000;

    private Triggers() {}

    /** Every event of the kind. */
    record Any() implements Trigger {
        @Override
        public Match match(Event event) {
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
        public @Nullable Match match(Event event) {
            return event instanceof TimerFired timer && timer.name().equals(name) ? Match.PLAIN : null;
        }

        @Override
        public Identity identity() {
            return new Identity("timer", name);
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
        public @Nullable Match match(Event event) {
            if (!(event instanceof GroupMessage message)) {
                return null;
            }
            boolean named = Mentions.any(message.text(), message.origin().displayNumber(), names);
            return named ? Match.PLAIN : null;
        }

        @Override
        public int rank() {
            return MENTION;
        }
    }

    /** Certain kinds of files. */
    record Media(Set<MediaKind> kinds) implements Trigger {
        @Override
        public @Nullable Match match(Event event) {
            return event instanceof GroupMessage message && message.content() instanceof Content.Media media
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
     * A pattern somewhere in the words, which are looked at without what cannot be seen if they do not fit as typed; its
     * named groups are words for parameters.
     */
    record Words(Pattern pattern) implements Trigger {
        @Override
        public @Nullable Match match(Event event) {
            if (!(event instanceof GroupMessage message)) {
                return null;
            }
            Matcher matcher = pattern.matcher(Normalizer.normalize(message.text(), Form.NFC));
            if (!matcher.find()) {
                matcher = pattern.matcher(Spelling.seen(message.text()));
                if (!matcher.find()) {
                    return null;
                }
            }
            Map<String, String> found = new java.util.HashMap<>();
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
}
