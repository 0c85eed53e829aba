package dev.tertulia.journal;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A journal that hands on to another, and logs what that one throws. */
record UnfailingJournal(Journal journal) implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger(UnfailingJournal.class);

    @Override
    public void record(Entry entry) {
        guarded(() -> journal.record(entry));
    }

    @Override
    public void accepted(Accepted accepted) {
        guarded(() -> journal.accepted(accepted));
    }

    @Override
    public void turned(Turned turned) {
        guarded(() -> journal.turned(turned));
    }

    private static void guarded(Runnable write) {
        try {
            write.run();
        } catch (RuntimeException | Error e) {
            LOG.error("the journal failed", e);
        }
    }
}
