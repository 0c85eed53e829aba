package dev.tertulia.handler;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.TimerFired;
import dev.tertulia.store.StartTimer;
import dev.tertulia.turn.EventView;
import dev.tertulia.turn.TurnFactory;

/**
 * Moments that come again.
 *
 * @param handler    class and method that handles them
 * @param expression as cron reads it
 * @param label      of the groups in each of which it runs a turn; empty if it runs one turn in no group
 */
public record Schedule(String handler, String expression, Cron cron, ZoneId zone, String label) implements Trigger {

    private static final String MARK = TurnFactory.OWN_TIMER;
    private static final String IN_GROUP = MARK + "each ";
    private static final Duration LONGEST_JUMP = Duration.ofDays(1);

    /** Reads what stands in the annotation. */
    static Schedule parse(String handler, String expression, String zone, String label) {
        try {
            return new Schedule(handler, expression.strip(), Cron.parse(expression), ZoneId.of(zone), label);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + zone + "' is no time zone; write one such as zone ="
                    + " \"Europe/Madrid\"", e);
        } catch (IllegalArgumentException e) {
            throw unreadable(expression, e.getMessage());
        }
    }

    private static IllegalArgumentException unreadable(String expression, @Nullable String why) {
        return new IllegalArgumentException("\"" + expression + "\" is no schedule: " + why
                + "; write minute, hour, day of the month, month and day of the week, such as"
                + " \"0 9 * * MON-FRI\"");
    }

    /** The next moment after this one. */
    public Instant after(Instant moment) {
        return cron.everyHour() ? cron.after(moment.atZone(zone)).toInstant() : afterOnTheWall(moment);
    }

    /**
     * By the clock on the wall, which jumps twice a year: a moment that it skips comes later, and none comes twice. What
     * was skipped may come after moments that follow it on the wall, so the search goes back by the longest jump.
     */
    private Instant afterOnTheWall(Instant moment) {
        LocalDateTime wall = LocalDateTime.ofInstant(moment, zone).minus(LONGEST_JUMP);
        Instant next = null;
        while (next == null || wall.isBefore(LocalDateTime.ofInstant(next, zone))) {
            wall = cron.after(wall);
            Instant at = wall.atZone(zone).toInstant();
            if (at.isAfter(moment) && (next == null || at.isBefore(next))) {
                next = at;
            }
        }
        return next;
    }

    /** The name of its timers. */
    public String name() {
        return MARK + handler;
    }

    /** Its timer for a moment; another expression makes another id. */
    public StartTimer timer(String conversation, Instant due) {
        return new StartTimer(conversation, name(), id(), due, due.toString());
    }

    /** The id of its timers. */
    public String id() {
        return name() + " " + expression + " " + zone;
    }

    /** Whether a timer of the account begins a turn in each of the schedule's groups. */
    public boolean startsTurns(TimerFired fired) {
        return !label.isEmpty() && fired.name().equals(name());
    }

    /** The timer that begins the turn in a group at once. */
    public StartTimer turnIn(String group, TimerFired fired, Instant now) {
        return new StartTimer(group, IN_GROUP + handler, IN_GROUP + handler + " " + fired.payload(), now,
                fired.payload());
    }

    @Override
    public @Nullable Match match(EventView view) {
        return view.event() instanceof TimerFired fired
                && fired.name().equals(label.isEmpty() ? name() : IN_GROUP + handler)
                        ? Match.PLAIN
                        : null;
    }

    @Override
    public Set<Identity> identities() {
        return Set.of(new Identity("schedule", handler));
    }

    @Override
    public int rank() {
        return Triggers.ANY;
    }
}
