package dev.tertulia.server.logging;

import java.util.concurrent.atomic.AtomicReference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.journal.FailureText;
import dev.tertulia.journal.Journal;

/** A journal that also logs handler failures with message and stack trace, and delegates to another journal. */
public final class FailureLog implements Journal {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tertulia.failures");

    private final Journal journal;
    private final Secrets secrets;
    private final AtomicReference<String> last = new AtomicReference<>("");

    public FailureLog(Journal journal, Secrets secrets) {
        this.journal = journal;
        this.secrets = secrets;
    }

    @Override
    public void record(Entry entry) {
        journal.record(entry);
    }

    @Override
    public void accepted(Accepted accepted) {
        journal.accepted(accepted);
    }

    /** Does not log a repeated failure again, because the journal has a line for each attempt. */
    @Override
    public void turned(Turned turned) {
        Throwable failure = turned.ending().failure();
        if (failure != null) {
            tell(turned, secrets.hide(FailureText.of(failure)));
        }
        journal.turned(turned);
    }

    private void tell(Turned turned, String text) {
        String told = turned.event().origin().key() + text;
        if (!last.getAndSet(told).equals(told)) {
            LOG.warn("{} failed\n{}", turned.ending().handlers(), text);
        }
    }
}
