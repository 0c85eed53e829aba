package dev.tertulia.store;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.ControlCharacters;
import dev.tertulia.journal.LogText;
import dev.tertulia.journal.MessageIds;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Origin;

/**
 * An entry of the {@link EventJournal}: one step in the life of an event. It never contains what people wrote; of
 * phone numbers and user ids it has only the end, and of message ids a digest.
 *
 * @param group   the conversation concerned
 * @param mark    the event concerned, as in {@link dev.tertulia.journal.CorrelationId}
 * @param subject the key of the event, or the id of the send that the step concerns
 * @param detail  what happened, in a few words; empty if the step says everything
 * @param until   when it goes on at the latest or at the earliest, by the step; {@code null} if that is not known
 */
public record JournalEntry(Instant at, Step step, String group, String mark, String subject, String detail,
        @Nullable Instant until) {

    /** The maximum length of a detail; a longer one is cut. */
    public static final int LONGEST_DETAIL = 300;

    private static final String BETWEEN = ", ";
    /** Such as {@code US.13491208655302741918}. */
    private static final Pattern USER_ID = Pattern.compile("\\b[A-Z]{2}\\.[0-9]{4,}([0-9]{4})\\b");

    /** An entry in which what names people is shortened. */
    public static JournalEntry of(Instant at, Step step, String group, String mark, String subject, String detail,
            @Nullable Instant until) {
        return new JournalEntry(at, step, conversation(group), mark, LogText.ofId(withoutIds(subject)),
                cut(LogText.of(withoutIds(detail))), until);
    }

    /** The same, where nothing is said of when it goes on. */
    public static JournalEntry of(Instant at, Step step, String group, String mark, String subject, String detail) {
        return of(at, step, group, mark, subject, detail, null);
    }

    /** A text in which what names people is as short as in entries, and ids of messages are digests. */
    public static String shortened(String text) {
        return LogText.shorten(withoutIds(text));
    }

    private static String withoutIds(String text) {
        String digested = MessageIds.digested(text);
        return digested.indexOf('.') < 0 ? digested : USER_ID.matcher(digested).replaceAll("…$1");
    }

    /** A conversation as entries name it: a group by its id, a private chat by the end of its person's number. */
    public static String conversation(String group) {
        return Origin.isGroup(group) ? ControlCharacters.escape(group) : LogText.ofId(withoutIds(group));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL - 1) + "…";
    }

    /** Whether it concerns a send: an attempt at it, or, if the step is {@link Step#ACCEPTED}, a status of it. */
    public boolean ofSend() {
        int colon = subject.indexOf(':');
        int slash = subject.indexOf('/');
        return colon < 0 || slash >= 0 && slash < colon; // keys of events begin with a word and a colon
    }

    /** Whether another entry of the same moment says the same step of the same subject, and the details fit into one. */
    public boolean joins(JournalEntry other) {
        return step == other.step && mark.equals(other.mark) && subject.equals(other.subject)
                && group.equals(other.group) && at.equals(other.at) && Objects.equals(until, other.until)
                && detail.length() + BETWEEN.length() + other.detail.length() <= LONGEST_DETAIL;
    }

    /** This entry with the detail of another one that it {@link #joins}. */
    public JournalEntry with(JournalEntry other) {
        return new JournalEntry(at, step, group, mark, subject, detail + BETWEEN + other.detail, until);
    }
}
