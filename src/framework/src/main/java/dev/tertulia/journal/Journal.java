package dev.tertulia.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

import dev.tertulia.message.Event;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.WireError;

/** The record of every step of the line. */
@FunctionalInterface
public interface Journal {

    /** Records an entry. It must neither throw nor block for long. */
    void record(Entry entry);

    /** Reports accepted events, for metrics and traces only. */
    default void accepted(Accepted accepted) {}

    /** Reports the end of a turn, for metrics and traces only. */
    default void turned(Turned turned) {}

    /**
     * An entry of the journal.
     *
     * @param subject id of the event or message concerned
     * @param detail one sentence for people, without the words that anybody wrote
     */
    record Entry(Step step, String number, String group, String subject, String detail) {}

    /**
     * A number's events of one delivery.
     *
     * @param fresh how many of them were new; the others were seen before, and dropped
     * @param took  how long it took to keep them
     */
    record Accepted(String number, List<Event> events, int fresh, Duration took) {}

    /** One attempt at an event. */
    record Turned(String number, Event event, Ending ending, Duration took) {

        /** The code of a message that failed after WhatsApp had accepted it; recorded once, when its event is done. */
        public Optional<Integer> lateFailure() {
            return ending.over() && event instanceof MessageStatus status
                    ? status.errors().stream().map(WireError::code).findFirst()
                    : Optional.empty();
        }
    }

    /**
     * The end of a turn.
     *
     * @param handlers those that took the event, or the one that failed
     * @param failure why it failed, if it did; its message may hold words that somebody wrote
     */
    record Ending(Step step, String handlers, @Nullable Throwable failure) {

        /** Whether the event is over: no further attempt at it is made. */
        public boolean over() {
            return step != Step.RETRIED && step != Step.LOST_CLAIM;
        }
    }

    /** A journal that writes to the log: alarms as warnings, everything else at debug level. */
    static Journal toLog() {
        Logger log = LoggerFactory.getLogger("dev.tertulia.journal");
        return entry -> {
            Level level = entry.step().alarming() ? Level.WARN : Level.DEBUG;
            if (log.isEnabledForLevel(level)) {
                fields(log.atLevel(level), entry).log(entry.step() + " " + LogText.ofId(entry.group()) + " "
                        + LogText.ofId(entry.subject()) + ": " + LogText.of(entry.detail()));
            }
        };
    }

    private static LoggingEventBuilder fields(LoggingEventBuilder log, Entry entry) {
        LoggingEventBuilder with = log.addKeyValue(LogFields.STEP, entry.step().name())
                .addKeyValue(LogFields.NUMBER, entry.number()).addKeyValue(LogFields.GROUP, LogText.ofId(entry.group()))
                .addKeyValue(LogFields.EVENT, LogText.ofId(entry.subject()));
        return CorrelationId.in(entry.subject()).map(trail -> with.addKeyValue(LogFields.TRACE, trail.traceId()))
                .orElse(with);
    }

    /** A journal whose exceptions are caught, because a failure to record must not affect events or messages. */
    static Journal unfailing(Journal journal) {
        return journal instanceof UnfailingJournal ? journal : new UnfailingJournal(journal);
    }
}
