package dev.tertulia.server.turns;

import dev.tertulia.journal.Journal;

/** A journal that also writes to the turn log. */
final class TurnLogJournal implements Journal {

    private final Journal journal;
    private final TurnLog log;

    TurnLogJournal(Journal journal, TurnLog log) {
        this.journal = journal;
        this.log = log;
    }

    @Override
    public void record(Entry entry) {
        journal.record(entry);
        log.recorded(entry);
    }

    @Override
    public void accepted(Accepted accepted) {
        journal.accepted(accepted);
        log.accepted(accepted);
    }

    @Override
    public void turned(Turned turned) {
        journal.turned(turned);
        log.turned(turned);
    }
}
