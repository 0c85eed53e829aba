package dev.tertulia.number;

import dev.tertulia.journal.Journal;
import dev.tertulia.journal.Step;

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
}
