package dev.tertulia.moderation.backtest;

import java.io.IOException;

/** Events of the past, in their order. */
public interface History {

    /** Takes the events of a history. */
    @FunctionalInterface
    interface Consumer {

        /** Takes an event, with the number of its line. */
        void accept(long line, PastEvent event);
    }

    /** Is told how far the reading is. */
    @FunctionalInterface
    interface Progress {

        /** Tells nobody. */
        Progress SILENT = (done, all) -> {};

        /** So much of all is done. */
        void at(long done, long all);
    }

    /**
     * Hands over all events.
     *
     * @return the lines that could not be read
     * @throws IOException if the history itself cannot be read
     */
    BadLines forEach(Consumer events, Progress progress) throws IOException;
}
