package dev.tertulia.server.turns;

import java.time.Instant;

import dev.tertulia.store.Claim;
import dev.tertulia.store.CommitResult;
import dev.tertulia.store.ForwardingInbox;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Mail;
import dev.tertulia.store.TurnCommit;

/** An inbox that records in the turn log what each turn found and what it changed. */
final class TurnLogInbox extends ForwardingInbox {

    private final TurnLog log;

    TurnLogInbox(Inbox inbox, TurnLog log) {
        super(inbox);
        this.log = log;
    }

    /** Records before it commits, because an answer must be known before it is sent. */
    @Override
    public CommitResult commit(Claim claim, Mail mail, TurnCommit commit, Instant now) {
        if (mail.event() != null) {
            log.changed(mail.event(), mail.state(), commit.effects());
        }
        return super.commit(claim, mail, commit, now);
    }
}
