package dev.tertulia.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationId;
import dev.tertulia.message.Origin;
import dev.tertulia.throttle.LaneKind;

/**
 * An entry of the outbox: one thing to ask of WhatsApp about one group.
 *
 * @param id       sorts by time and carries the trail of the event it answers, or is of a broadcast; WhatsApp gives it
 *                 back with every status as callback data
 * @param whenShut what to do outside the window; {@code null} where the window does not matter
 * @param expires  after this moment it is dropped instead of sent
 * @param inTurn   where it stands in its turn; {@code null} where that does not matter, as it does for a single answer
 * @param details  its details; {@code null} for none
 */
public record Send(String id, String group, Action action, Priority priority, @Nullable WhenShut whenShut,
        Instant created, @Nullable Instant expires, Progress progress, @Nullable TurnPosition inTurn,
        @Nullable SendDetails details) {

    private static final char BEHIND_BROADCAST = '/';

    /** An entry that stands for itself. */
    public Send(String id, String group, Action action, Priority priority, @Nullable WhenShut whenShut,
            Instant created, @Nullable Instant expires, Progress progress) {
        this(id, group, action, priority, whenShut, created, expires, progress, null, null);
    }

    /** The id of a group's entry in a broadcast: it contains the name of the broadcast. */
    public static String ofBroadcast(String broadcast, String group) {
        return broadcast + BEHIND_BROADCAST + group;
    }

    /** The broadcast that an entry of this id belongs to, if any. */
    public static Optional<String> broadcast(String id) {
        int end = id.indexOf(BEHIND_BROADCAST);
        return end < 0 ? Optional.empty() : Optional.of(id.substring(0, end));
    }

    /** The same entry with these details. */
    public Send with(SendDetails other) {
        return new Send(id, group, action, priority, whenShut, created, expires, progress, inTurn,
                other.equals(SendDetails.NONE) ? null : other);
    }

    /** Its details. */
    public SendDetails detail() {
        return details == null ? SendDetails.NONE : details;
    }

    /** The conversation that WhatsApp is asked about: that of the entry, with the address that a person has by now. */
    public String recipient() {
        String address = detail().address();
        return address == null ? group : Origin.person(address);
    }

    /** The stream it belongs to. */
    public LaneKind lane() {
        return action.lane();
    }

    /** The id of the entry in another queue that it waits for, if it does. */
    public Optional<String> after() {
        return Optional.ofNullable(inTurn).map(TurnPosition::after);
    }

    /** Whether its turn deletes the group behind it. */
    boolean beforeDeletion() {
        return inTurn != null && inTurn.beforeDeletion();
    }

    /** The same entry where it stands in its turn. */
    public Send in(TurnPosition turn) {
        return new Send(id, group, action, priority, whenShut, created, expires, progress, turn, details);
    }

    /** The operation that it asks for; a message is none. It has the id of the entry. */
    public Optional<Operation> operation() {
        return action.operation(group, created).map(request -> Operation.of(new OperationId(id), request));
    }

    /** The name of the template that it is or may become; empty where there is none. */
    String template() {
        if (action instanceof Message.TemplateMessage message) {
            return message.template().name();
        }
        return whenShut instanceof WhenShut.UseTemplate use ? use.template().name() : "";
    }

    /** Until when it may be held outside the window. */
    Instant holdUntil() {
        Duration atMost = whenShut instanceof WhenShut.Hold hold ? hold.atMost() : Duration.ZERO;
        return created.plus(atMost);
    }

    boolean expired(Instant now) {
        return expires != null && now.isAfter(expires);
    }

    /** Whether it must wait, after a failure or for a status. */
    boolean early(Instant now) {
        return progress.notBefore().filter(now::isBefore).isPresent();
    }

    /** Whether it is unknown if WhatsApp has the entry. */
    public boolean outcomeUnknown() {
        return progress instanceof Progress.Unknown;
    }

    Send with(Progress next) {
        return new Send(id, group, action, priority, whenShut, created, expires, next, inTurn, details);
    }

    /**
     * The same entry as if it was made now. One that has expired is worth sending if somebody says so; one of unknown
     * outcome is still known as such, so a status that came meanwhile keeps it from being sent twice. Its turn is long
     * over, so it waits for nothing of that.
     */
    public Send anew(Instant now) {
        return new Send(id, group, action, priority, whenShut, now, expired(now) ? null : expires,
                progress.anew(), null, details);
    }

    /** The same entry of unknown outcome, to be repeated at once. */
    public Send repeated() {
        return with(progress.repeated());
    }

    /** The same entry as a template: it keeps its id, so that a status finds it. */
    Send as(Template template) {
        return new Send(id, group, new Message.TemplateMessage(template), priority, null, created, expires,
                progress, inTurn, details);
    }
}
