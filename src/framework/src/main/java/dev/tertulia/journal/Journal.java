package dev.tertulia.journal;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every step of the line is written down. */
@FunctionalInterface
public interface Journal {

    /** Writes one entry down; must not throw and not block for long. */
    void record(Entry entry);

    /** Counts events that came in, for figures alone: new ones, and those that were seen before and dropped. */
    default void accepted(String number, int fresh, int seenBefore) {}

    /** Tells how long a turn took, however it ended, for figures alone. */
    default void took(String number, Duration turn) {}

    /** Counts a message that failed after WhatsApp had taken it on, by the code of its status, for figures alone. */
    default void failed(String number, int code) {}

    /**
     * What happened.
     *
     * @param subject id of the event or message concerned
     * @param detail  one sentence for people, without the words that anybody wrote
     */
    record Entry(Step step, String number, String group, String subject, String detail) {}

    /** A journal that goes to the log: what alarms as a warning, the rest for those who want to see it. */
    static Journal toLog() {
        Logger log = LoggerFactory.getLogger("dev.tertulia.journal");
        return entry -> {
            if (entry.step().alarming()) {
                log.warn("{} {} {}: {}", entry.step(), entry.group(), entry.subject(), entry.detail());
            } else {
                log.debug("{} {} {}: {}", entry.step(), entry.group(), entry.subject(), entry.detail());
            }
        };
    }
}
