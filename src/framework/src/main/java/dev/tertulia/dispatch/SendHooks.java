package dev.tertulia.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Outgoing;
import dev.tertulia.dispatch.HandlerCalls.CalledMethod;
import dev.tertulia.handler.SendHook;
import dev.tertulia.outbox.OutgoingFilter;

/** Lets the {@code @BeforeSend} methods of all bots look at each message, on threads that may be left behind. */
final class SendHooks implements OutgoingFilter {

    private final List<SendHook> hooks;
    private final HandlerCalls calls;
    private final Duration patience;

    /** @param patience how long to wait for a free thread */
    SendHooks(List<SendHook> hooks, HandlerCalls calls, Duration patience) {
        this.hooks = hooks;
        this.calls = calls;
        this.patience = patience;
    }

    @Override
    public Filtered filter(String group, Action action) {
        Outgoing message = hooks.isEmpty() ? null : message(group, action);
        if (message == null) {
            return new Filtered.Leave(action);
        }
        Outgoing left = message;
        for (SendHook hook : hooks) {
            left = call(hook, left);
            if (left instanceof Outgoing.Stopped stopped) {
                return new Filtered.Drop(hook.name() + " stopped it: " + stopped.reason());
            }
        }
        return new Filtered.Leave(left.equals(message) ? action : action(left, action));
    }

    private static @Nullable Outgoing message(String group, Action action) {
        return switch (action) {
            case Message.FreeForm free -> new Outgoing.FreeForm(group, free.body());
            case Message.TemplateMessage message -> new Outgoing.ByTemplate(group, message.template());
            default -> null;
        };
    }

    private static Action action(Outgoing message, Action before) {
        return switch (message) {
            case Outgoing.FreeForm free ->
                new Message.FreeForm(free.body(), before instanceof Message.FreeForm was ? was.quotes() : null);
            case Outgoing.ByTemplate template -> new Message.TemplateMessage(template.template());
            case Outgoing.Stopped stopped -> throw new IllegalArgumentException("nothing is left to send");
        };
    }

    private Outgoing call(SendHook hook, Outgoing message) {
        AtomicReference<Outgoing> result = new AtomicReference<>(message);
        try {
            calls.inTime(new CalledMethod(hook.name(), message.group(), "", ""), patience,
                    () -> result.set(hook.apply(message)),
                    reason -> {});
            return result.get();
        } catch (RuntimeException | Error own) {
            throw own;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program stops", stop);
        } catch (Throwable failure) {
            throw new IllegalStateException(hook.name() + " failed", failure);
        }
    }
}
