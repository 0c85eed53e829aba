package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A condition of a rule. */
public sealed interface Condition {

    /** Holds for every event. */
    Condition ALWAYS = new All(List.of());

    /** Holds for no event. */
    Condition NEVER = new Any(List.of());

    /** This condition, and all that it is made of. */
    default Stream<Condition> withParts() {
        return Stream.concat(Stream.of(this), switch (this) {
            case All all -> all.of().stream().flatMap(Condition::withParts);
            case Any any -> any.of().stream().flatMap(Condition::withParts);
            case Not not -> not.of().withParts();
            default -> Stream.of();
        });
    }

    /** All of these. */
    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }
    }

    /** One of these. */
    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Not this. */
    record Not(Condition of) implements Condition {}

    /**
     * The text contains one of these words or phrases.
     *
     * @param wholeWord whether a word counts only as a whole, not as a part of another
     * @param fold      whether disguised spellings count too
     */
    record Words(List<String> words, boolean wholeWord, boolean fold) implements Condition {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** The text matches a regular expression of RE2 somewhere. */
    record TextPattern(String expression) implements Condition {}

    /**
     * The text contains a link for which all of this is true.
     *
     * @param kinds    it is of one of these kinds; all kinds if empty
     * @param in       it leads to one of these domains or below it; to any if empty
     * @param notIn    it does not lead to one of these domains or below it
     */
    record Links(Set<LinkKind> kinds, Set<String> in, Set<String> notIn) implements Condition {
        public Links {
            kinds = Set.copyOf(kinds);
            in = Set.copyOf(in);
            notIn = Set.copyOf(notIn);
        }
    }

    /** A kind of link. */
    enum LinkKind {
        /** An invitation to a group or channel of WhatsApp, Telegram and others. */
        INVITE,
        /** An address of a service that hides where it leads. */
        SHORTENER
    }

    /** The text contains a phone number. */
    record PhoneNumbers() implements Condition {}

    /** The text contains an e-mail address. */
    record Emails() implements Condition {}

    /** The message contains contact cards. */
    record Contacts() implements Condition {}

    /** The message is of one of these types. */
    record Media(Set<MessageType> types) implements Condition {
        public Media {
            types = Set.copyOf(types);
        }
    }

    /**
     * The message was forwarded.
     *
     * @param often whether only a message that was forwarded many times counts
     */
    record Forwarded(boolean often) implements Condition {}

    /** At least so many messages within a time, including this one. */
    record Flood(int messages, Duration within, Per per) implements Condition {}

    /**
     * The same text at least so many times within a time, including this one.
     *
     * @param similar whether nearly the same text counts too
     */
    record Repeated(int times, Duration within, Per per, boolean similar) implements Condition {}

    /**
     * The text has many capitals.
     *
     * @param percent  of its letters that have a case, at least
     * @param letters  the number of letters that a text has at least to count
     */
    record Capitals(double percent, int letters) implements Condition {}

    /** The number of emoji in the text. */
    record Emoji(Range count) implements Condition {}

    /** The number of characters in the text, as people count them. */
    record Length(Range characters) implements Condition {}

    /** The time of day is from one time to another, on the next day if the second is not later. */
    record Hours(LocalTime from, LocalTime to, ZoneId zone) implements Condition {}

    /** The person joined within this time. It does not hold if it is not known when. */
    record Newcomer(Duration within) implements Condition {}

    /** The person has been a member for at least this time. It does not hold if it is not known since when. */
    record MemberFor(Duration atLeast) implements Condition {}

    /** The person is staff. */
    record Staff() implements Condition {}

    /**
     * The prefix of the person's phone number. It does not hold if the number is not known.
     *
     * @param in    digits with which the number begins; any if empty
     * @param notIn digits with which the number does not begin
     */
    record Country(Set<String> in, Set<String> notIn) implements Condition {
        public Country {
            in = Set.copyOf(in);
            notIn = Set.copyOf(notIn);
        }
    }

    /** At least so many join requests, or joins, within a time, including this one. */
    record JoinWave(int requests, Duration within, Per per) implements Condition {}

    /** At least so many members reported the message within a time. */
    record Reported(int by, Duration within) implements Condition {}

    /** The person has at least so many strikes in the policy. */
    record StrikeCount(int atLeast) implements Condition {}

    /**
     * A classifier gives a label a score above a limit.
     *
     * @param name the classifier, as the settings name it
     */
    record Classified(String name, String label, double over) implements Condition {}
}
