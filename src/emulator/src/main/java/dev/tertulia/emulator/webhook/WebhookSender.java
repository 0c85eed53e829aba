package dev.tertulia.emulator.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.tertulia.emulator.lock.StateLock;

/** Sends queued webhooks to their targets, one at a time, each signed over its exact bytes. */
public final class WebhookSender {
    private static final String ALGORITHM = "HmacSHA256";

    private record Attempt(WebhookDelivery delivery, WebhookTarget target, String signature, byte[] body) {}

    private final WebhookQueue queue;
    private final StateLock lock;
    private final Supplier<String> appSecret;

    /** @param appSecret is read while the lock is held */
    public WebhookSender(WebhookQueue queue, StateLock lock, Supplier<String> appSecret) {
        this.queue = queue;
        this.lock = lock;
        this.appSecret = appSecret;
    }

    /** Delivers the next webhook, even one whose retry is not due yet. Returns false if none was delivered. */
    public boolean deliverNext() {
        return deliver(false);
    }

    /** Delivers the next webhook that is due. Returns false if none was delivered. */
    public boolean deliverDue() {
        return deliver(true);
    }

    /** The time until the next webhook is due, in nanoseconds; {@link Long#MAX_VALUE} if none waits. */
    public long nanosUntilDue() {
        return lock.locked(queue::nanosUntilDue);
    }

    /** Adds a signal that runs whenever a webhook may be due. */
    public void onWork(Runnable signal) {
        lock.onWork(signal);
    }

    /** Calls the target without the lock. */
    private boolean deliver(boolean patient) {
        Optional<Attempt> attempt = lock.locked(() -> queue.take(patient).map(this::prepare));
        return attempt.isPresent() && carry(attempt.get());
    }

    private Attempt prepare(WebhookDelivery delivery) {
        WebhookTarget target = queue.target(delivery);
        byte[] body = JsonSpelling.write(delivery.body(), queue.settings());
        return new Attempt(delivery, target, signature(appSecret.get(), body), body);
    }

    private boolean carry(Attempt attempt) {
        String outcome = attempt(attempt);
        boolean delivered = outcome.isEmpty();
        lock.run(() -> {
            if (delivered) {
                queue.delivered(attempt.delivery());
            } else {
                queue.failed(attempt.delivery(), outcome);
            }
        });
        return delivered;
    }

    private static String attempt(Attempt attempt) {
        try {
            int status = attempt.target().deliver(attempt.signature(), attempt.body());
            return status == 200 ? "" : "answered HTTP " + status;
        } catch (IOException | RuntimeException e) {
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private static String signature(String secret, byte[] body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
