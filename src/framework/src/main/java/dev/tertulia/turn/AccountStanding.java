package dev.tertulia.turn;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.action.Action;
import dev.tertulia.message.Origin;
import dev.tertulia.outbox.AccountRestrictions;
import dev.tertulia.store.Inbox;

/** How the account of one phone number stands, as the store has it. It is asked once a second at most. */
public final class AccountStanding implements AccountRestrictions {

    private static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final String conversation;
    private final Inbox inbox;
    private final ObjectMapper json;
    private final InstantSource clock;
    private final Set<String> forbidden = new HashSet<>();
    private AccountState seen = AccountState.GOOD;
    private Instant seenAt = Instant.MIN;

    public AccountStanding(String number, Inbox inbox, ObjectMapper json, InstantSource clock) {
        this.conversation = Origin.account(number);
        this.inbox = inbox;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public synchronized Optional<Refusal> bars(Action action) {
        Instant now = clock.instant();
        forbidden.addAll(look(now).forbidden(now));
        return seen.bars(action, now);
    }

    @Override
    public synchronized boolean eased() {
        if (forbidden.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        Set<String> still = look(now).forbidden(now);
        boolean eased = !still.containsAll(forbidden);
        forbidden.retainAll(still);
        return eased;
    }

    @Override
    public synchronized void changed() {
        seenAt = Instant.MIN;
    }

    /** The restrictions now, in sentences; empty if there are none. */
    public synchronized List<String> measures() {
        Instant now = clock.instant();
        return look(now).measures(now);
    }

    /** Templates and numbers of the account that are not well, with WhatsApp's word for it. */
    public synchronized Map<String, String> troubled() {
        return look(clock.instant()).troubled();
    }

    private AccountState look(Instant now) {
        if (seenAt.equals(Instant.MIN) || Duration.between(seenAt, now).abs().compareTo(GOOD_FOR) >= 0) {
            seen = inbox.state(conversation, TurnStates.key(AccountState.class)).map(this::read)
                    .orElse(AccountState.GOOD);
            seenAt = now;
        }
        return seen;
    }

    private AccountState read(String text) {
        try {
            return json.readValue(text, AccountState.class);
        } catch (IOException e) {
            return AccountState.GOOD;
        }
    }
}
