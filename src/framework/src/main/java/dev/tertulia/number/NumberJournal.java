package dev.tertulia.number;

import java.time.Duration;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Journal.Ending;
import dev.tertulia.journal.Step;
import dev.tertulia.message.Event;

/**
 * The journal of one phone number.
 *
 * @param number  the phone number id
 * @param journal where the entries go
 */
public record NumberJournal(String number, Journal journal) {

    /**
     * Records a step.
     *
     * @param group   the conversation concerned; empty if there is none
     * @param subject the id of the event or message concerned; empty if there is none
     * @param detail  one sentence for people, without anything that somebody wrote
     */
    public void record(Step step, String group, String subject, String detail) {
        journal.record(new Journal.Entry(step, number, group, subject, detail));
    }

    /**
     * Records the end of an attempt at an event, also for metrics and traces.
     *
     * @param detail as for any step
     * @param took the duration of the attempt
     */
    public void over(Event event, Ending ending, String detail, Duration took) {
        record(ending.step(), event.group(), event.origin().key(), detail);
        journal.turned(new Journal.Turned(number, event, ending, took));
    }
}
