package dev.tertulia.moderation.backtest;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;
import dev.tertulia.moderation.judge.Author;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.Post.Forwarding;
import dev.tertulia.moderation.judge.StrikeLookup;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;

/**
 * An event of the past, as a line of a history.
 *
 * @param group  the id of the group
 * @param labels of the group
 * @param type   a type of message, or {@code join_request} or {@code join}
 */
public record PastEvent(Instant at, String group, Set<String> labels, Person person, String type, String text,
        Forwarding forwarding) {

    public PastEvent {
        labels = Set.copyOf(labels);
    }

    /**
     * A person of the past.
     *
     * @param member the {@link Member#id()}
     * @param phone  digits only; {@code null} if it is not known
     * @param joined when the person joined the group; {@code null} if it is not known
     */
    public record Person(String member, String name, @Nullable String phone, @Nullable Instant joined) {

        /** Whether it is the same person as a member. */
        boolean is(Member other) {
            return other.identities().anyMatch(identity -> identity.equals(member) || identity.equals(phone));
        }
    }

    /** The same event with at most so many characters of its text. */
    public PastEvent cut(int characters) {
        return text.length() <= characters
                ? this
                : new PastEvent(at, group, labels, person, type, text.substring(0, characters), forwarding);
    }

    /** What remains of an event whose person is erased. */
    PastEvent erased() {
        return new PastEvent(at, group, labels, new Person("erased", "", null, null), type, "", forwarding);
    }

    /** What is kept of an event that rules judge; empty for reports, whose messages are kept themselves. */
    public static Optional<PastEvent> of(Subject subject) {
        if (subject.on() == On.REPORT) {
            return Optional.empty();
        }
        Author author = subject.author();
        String type = subject.on() == On.MESSAGE ? word(subject.post().type()) : word(subject.on());
        return Optional.of(new PastEvent(subject.origin().at(), subject.origin().group(), subject.labels(),
                new Person(author.id(), author.name(), author.phone(), author.memberSince()), type,
                subject.post().text(),
                subject.post().forwarding()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private On on() {
        return type.equals("join_request") ? On.JOIN_REQUEST : type.equals("join") ? On.JOIN : On.MESSAGE;
    }

    private MessageType messageType() {
        for (MessageType one : MessageType.values()) {
            if (word(one).equals(type)) {
                return one;
            }
        }
        return MessageType.OTHER;
    }

    /** The event for rules to judge. */
    Subject subject(String key, boolean staff, StrikeLookup strikes) {
        Author author = new Author(person.member(), person.name(), person.phone(), staff, person.joined(), strikes);
        Post post = on() == On.MESSAGE ? new Post(key, messageType(), text, forwarding, null) : Post.NONE;
        return new Subject(on(), new Origin("", "", group, at, key), labels, author, post);
    }
}
