package dev.tertulia.emulator.webhook;

import java.io.IOException;

/** Where webhooks go. */
@FunctionalInterface
public interface WebhookTarget {

    /**
     * Hands one delivery over and answers with the HTTP status; anything but 200 means that it comes again.
     *
     * @param signature the whole value of the header X-Hub-Signature-256
     */
    int deliver(String signature, byte[] body) throws IOException;
}
