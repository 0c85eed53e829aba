package dev.tertulia.emulator;

import java.net.URI;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.lock.StateLock;
import dev.tertulia.emulator.webhook.Handshake;
import dev.tertulia.emulator.webhook.HttpWebhooks;

/** Checks the addresses to which webhooks are to be sent, and knows the fields. Guarded by the {@link StateLock}. */
final class WebhookTargets {
    private final Supplier<IdGenerator> ids;
    private final AppSubscription subscription = new AppSubscription();
    private boolean handshake;
    private boolean anywhere;

    WebhookTargets(Supplier<IdGenerator> ids) {
        this.ids = ids;
    }

    /** Returns what the app is subscribed to. */
    AppSubscription subscription() {
        return subscription;
    }

    /** Sets whether an address must pass the handshake. */
    void handshake(boolean now) {
        handshake = now;
    }

    /** Sets whether an address that is given over HTTP may belong to another machine. */
    void anywhere(boolean now) {
        anywhere = now;
    }

    /**
     * Returns the target for an address that is given over HTTP. It must belong to this machine unless others are
     * allowed.
     *
     * @throws IllegalArgumentException if the address is not allowed, or fails the handshake
     */
    HttpWebhooks requested(URI url, @Nullable String verifyToken) {
        if (!anywhere) {
            HttpWebhooks.check(url);
            RequestPolicy.checkLoopback(url);
        }
        return of(url, verifyToken);
    }

    /**
     * Returns the target for an address, after a handshake if one is required.
     *
     * @throws IllegalArgumentException if the address fails the handshake
     */
    HttpWebhooks of(URI url, @Nullable String verifyToken) {
        var target = new HttpWebhooks(url);
        if (handshake) {
            if (verifyToken == null) {
                throw new IllegalArgumentException("The parameter verify_token is required.");
            }
            Handshake.shake(url, verifyToken, ids.get().challenge());
        }
        return target;
    }
}
