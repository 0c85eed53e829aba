package dev.tertulia.emulator.webhook;

import java.io.IOException;

/** Receiver of webhooks. */
@FunctionalInterface
public interface WebhookTarget {

    /**
     * Delivers a webhook and returns the HTTP status. Any status other than 200 makes the emulator deliver it again.
     *
     * @param signature the value of the header {@code X-Hub-Signature-256}
     * @throws IOException if the receiver cannot be reached; the webhook is delivered again
     */
    int deliver(String signature, byte[] body) throws IOException;
}
