package dev.tertulia.emulator;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import dev.tertulia.emulator.lock.StateLock;
import dev.tertulia.emulator.webhook.Deliverer;
import dev.tertulia.emulator.webhook.DeliverySettings;
import dev.tertulia.emulator.webhook.WebhookSender;
import dev.tertulia.emulator.webhook.WebhookTarget;

/** The webhooks of an emulated account: where they go and how they are delivered. Thread-safe. */
public final class FakeWebhooks {

    private final EmulatorState state;
    private final StateLock lock;
    private final WebhookSender sender;

    FakeWebhooks(EmulatorState state, StateLock lock) {
        this.state = state;
        this.lock = lock;
        this.sender = new WebhookSender(state.webhooks(), lock, () -> state.settings().appSecret());
    }

    /** Sets the target of all webhooks. They wait until there is one. */
    public void to(WebhookTarget target) {
        lock.run(() -> state.webhooks().target(target));
    }

    /** Sets whether webhook addresses must pass the handshake. */
    public void handshake(boolean asked) {
        lock.run(() -> state.targets().handshake(asked));
    }

    /** Sets whether a webhook address that is given over HTTP may belong to another machine. */
    public void anywhere(boolean allowed) {
        lock.run(() -> state.targets().anywhere(allowed));
    }

    /** Sets the address of all webhooks, after a handshake if one is required. */
    void to(URI url) {
        lock.run(() -> state.webhooks().target(state.targets().of(url, state.settings().verifyToken())));
    }

    /**
     * Delivers the next webhook on the calling thread. Returns false if none waits or the delivery fails; a failed one is
     * delivered again.
     */
    public boolean deliverNext() {
        return sender.deliverNext();
    }

    /** Starts a thread that delivers webhooks as soon as they are due. */
    Deliverer deliverInBackground() {
        return Deliverer.start(sender);
    }

    /** Drops the waiting webhooks, such as those of a set-up, and returns their number. */
    public int discard() {
        return lock.locked(state.webhooks()::discard);
    }

    /** Adds a signal that runs whenever a webhook may be due, on the thread that made the change, without any lock. */
    public void onWork(Runnable signal) {
        sender.onWork(signal);
    }

    /** Returns the next instant after the given one at which a delayed webhook is due. */
    public Optional<Instant> dueAfter(Instant moment) {
        return lock.locked(() -> state.webhooks().dueAfter(moment));
    }

    /** Returns whether a webhook is being delivered or can be delivered now. */
    public boolean isDelivering() {
        return lock.locked(state.webhooks()::isDelivering);
    }

    /** Sets how webhooks are delivered. */
    public void delivery(DeliverySettings settings) {
        lock.run(() -> state.webhooks().settings(settings));
    }
}
