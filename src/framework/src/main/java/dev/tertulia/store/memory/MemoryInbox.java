package dev.tertulia.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.message.Event;
import dev.tertulia.outbox.Begun;
import dev.tertulia.store.Accepted;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.Claim;
import dev.tertulia.store.ClaimedMail;
import dev.tertulia.store.CommitResult;
import dev.tertulia.store.DeadLetterQueue;
import dev.tertulia.store.Effects;
import dev.tertulia.store.Inbox;
import dev.tertulia.store.Incoming;
import dev.tertulia.store.JournalEntries;
import dev.tertulia.store.JournalEntry;
import dev.tertulia.store.Mail;
import dev.tertulia.store.MailCounts;
import dev.tertulia.store.Room;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.TurnCommit;
import dev.tertulia.store.WaitingMail;
import dev.tertulia.window.WindowRule;

/** Mailboxes in maps. */
final class MemoryInbox implements Inbox {

    private final String number;
    private final Object lock;
    private final MemoryWindows windows;
    private final MemoryOutbox outbox;
    private final Beside beside;
    private final Map<String, Deque<Event>> mail = new HashMap<>();
    private final Map<String, Instant> seen = new LinkedHashMap<>();
    private final MemoryClaims claims = new MemoryClaims(System::nanoTime);
    private final Map<String, Map<String, String>> state = new HashMap<>();
    private final Attempts attempts = new Attempts();
    private final MemoryTimers timers = new MemoryTimers();
    private final DeadLetterList<Dead> dead;
    private final DeadLetterList<Unreadable> quarantine;
    private long overflowed;

    /** What its steps change besides. */
    record Beside(MemoryLabels labels, MemoryLedger ledger, MemoryJournal journal) {}

    MemoryInbox(String number, Object lock, MemoryWindows windows, MemoryOutbox outbox, Beside beside) {
        this.number = number;
        this.lock = lock;
        this.windows = windows;
        this.outbox = outbox;
        this.beside = beside;
        this.dead = new DeadLetterList<>(lock, Dead::letter, (was, now) -> post(was.event()),
                was -> was.event().group());
        this.quarantine = new DeadLetterList<>(lock, Unreadable::letter, Unreadable::goNowhere, part -> "",
                Unreadable::bytes);
    }

    private record Dead(Event event, Instant at, String cause) {
        static DeadLetter letter(String key, Dead dead) {
            return new DeadLetter(DeadLetterKind.DEAD_EVENT.id(key), dead.event.group(), dead.at, dead.cause, null,
                    null, null,
                    Json.write(dead.event));
        }
    }

    @Override
    public Accepted accept(Incoming incoming, Room room, Instant now) {
        synchronized (lock) {
            beside.ledger().book(incoming.booking());
            beside.journal().forgetOld(now);
            forgetOld(now);
            List<Event> fresh = new ArrayList<>();
            Set<String> groups = new LinkedHashSet<>();
            for (Event event : incoming.events()) {
                if (seen.putIfAbsent(event.group() + "\n" + event.origin().key(), now) == null) {
                    fresh.add(event);
                    if (event.opensWindow()) {
                        windows.extend(event.group(), WindowRule.shutsAt(event.at(), now));
                    }
                    if (incoming.posted().test(event)) {
                        postIfRoom(event, now);
                        groups.add(event.group());
                    }
                }
            }
            beside.journal().note(fresh.stream().map(event -> JournalEntries.accepted(event, now)).toList());
            List<ClaimedMail> claimed = claims.claim(groups, room).stream()
                    .map(claim -> new ClaimedMail(claim, open(claim))).toList();
            return new Accepted(fresh, claimed, groups.stream().anyMatch(claims::isReady));
        }
    }

    private void forgetOld(Instant now) {
        Instant oldest = now.minus(SEEN_FOR);
        var each = seen.values().iterator();
        while (each.hasNext() && each.next().isBefore(oldest)) {
            each.remove();
        }
    }

    private void postIfRoom(Event event, Instant now) {
        if (mail.getOrDefault(event.group(), new ArrayDeque<>()).size() < MOST_MAIL) {
            post(event);
        } else {
            overflowed++;
            dead.add(new Dead(event, now, MAILBOX_FULL));
        }
    }

    /** With the lock held. */
    void post(Event event) {
        mail.computeIfAbsent(event.group(), g -> new ArrayDeque<>()).add(event);
        claims.ready(event.group());
    }

    @Override
    public List<Claim> claim(int atMost, Duration lease) {
        synchronized (lock) {
            return claims.claim(atMost, lease);
        }
    }

    @Override
    public List<Claim> renew(List<Claim> held, Duration lease) {
        synchronized (lock) {
            return claims.renew(held, lease);
        }
    }

    @Override
    public Mail open(Claim claim) {
        synchronized (lock) {
            Deque<Event> box = mail.getOrDefault(claim.group(), new ArrayDeque<>());
            Event next = claims.isHeld(claim) ? box.peek() : null;
            int before = attempts.before(claim);
            if (next != null) {
                attempts.begin(claim);
            }
            return new Mail(next, before, Map.copyOf(state.getOrDefault(claim.group(), Map.of())),
                    outbox.blocks(claim.group()), "");
        }
    }

    @Override
    public CommitResult commit(Claim claim, Mail opened, TurnCommit commit, Instant now) {
        synchronized (lock) {
            if (!claims.isHeld(claim)) {
                return CommitResult.LOST;
            }
            Deque<Event> box = mail.getOrDefault(claim.group(), new ArrayDeque<>());
            if (opened.event() != null && opened.event().equals(box.peek())) {
                take(claim, box.poll(), commit.effects(), now);
                beside.journal().note(commit.note());
            }
            Begun begun = commit.departure() == null ? null : outbox.begin(commit.departure()).orElse(null);
            if (!box.isEmpty()) {
                return new CommitResult(Committed.MORE, open(claim), begun);
            }
            mail.remove(claim.group());
            claims.end(claim);
            return new CommitResult(Committed.DONE, null, begun);
        }
    }

    private void take(Claim claim, Event event, Effects effects, Instant now) {
        attempts.forget(claim);
        remember(claim.group(), effects);
        effects.sends().forEach(outbox::append);
        effects.cancelledTimers().forEach(timers::cancel);
        effects.timers().forEach(timers::start);
        effects.labels().forEach(beside.labels()::change);
        if (effects.deadLetter() != null) {
            dead.add(new Dead(event, now, effects.deadLetter()));
        }
    }

    private void remember(String group, Effects effects) {
        Map<String, String> remembered = state.computeIfAbsent(group, g -> new HashMap<>());
        effects.state().forEach((key, value) -> value.ifPresentOrElse(json -> remembered.put(key, json),
                () -> remembered.remove(key)));
    }

    @Override
    public void giveBack(Claim claim, Duration pause, boolean failed, @Nullable JournalEntry note) {
        synchronized (lock) {
            if (claims.isHeld(claim)) {
                beside.journal().note(note);
                claims.endWithPause(claim, pause);
                attempts.end(claim, failed);
            }
        }
    }

    @Override
    public int fireTimers(Instant now, int atMost) {
        synchronized (lock) {
            List<StartTimer> due = timers.take(now, atMost);
            List<Event> fired = due.stream().<Event>map(timer -> timer.fired(number, now)).toList();
            fired.forEach(this::post);
            beside.journal().note(fired.stream().map(event -> JournalEntries.accepted(event, now)).toList());
            return due.size();
        }
    }

    @Override
    public void quarantine(String raw, String reason, Instant now) {
        synchronized (lock) {
            quarantine.add(new Unreadable(raw, now, reason));
        }
    }

    @Override
    public List<WaitingMail> waiting(int atMost) {
        synchronized (lock) {
            return claims.waiting(mail, attempts, atMost);
        }
    }

    @Override
    public MailCounts counts() {
        synchronized (lock) {
            return new MailCounts(mail.values().stream().mapToInt(Deque::size).sum(), dead.count(), quarantine.count(),
                    overflowed);
        }
    }

    @Override
    public Optional<String> state(String group, String key) {
        synchronized (lock) {
            return Optional.ofNullable(state.getOrDefault(group, Map.of()).get(key));
        }
    }

    @Override
    public Map<String, String> states(String group) {
        synchronized (lock) {
            return Map.copyOf(state.getOrDefault(group, Map.of()));
        }
    }

    @Override
    public void startTimer(StartTimer timer) {
        synchronized (lock) {
            timers.start(timer);
        }
    }

    @Override
    public List<StartTimer> timers(String group) {
        synchronized (lock) {
            return timers.of(group);
        }
    }

    @Override
    public int countTimers(String group) {
        synchronized (lock) {
            return timers.count(group);
        }
    }

    @Override
    public void cancelTimers(CancelTimers cancelled) {
        synchronized (lock) {
            timers.cancel(cancelled);
        }
    }

    /** When timers run out; with the lock held. */
    Stream<Instant> moments() {
        return timers.all().map(StartTimer::at);
    }

    DeadLetterQueue dead() {
        return dead;
    }

    DeadLetterQueue quarantined() {
        return quarantine;
    }
}
