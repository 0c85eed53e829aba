package dev.tertulia.outbox;

import java.time.Instant;

/** Receives the progress of messages. It may be called twice for the same message, so every step is idempotent. */
public interface SendEvents {

    /** Ignores everything. */
    SendEvents NONE = new SendEvents() {
        @Override
        public void leaving(Send send) {
            // nobody listens
        }

        @Override
        public void returned(Send send) {
            // nobody listens
        }

        @Override
        public void sent(Send send, String messageId) {
            // nobody listens
        }

        @Override
        public void failed(Settlement settlement, Instant now) {
            // nobody listens
        }
    };

    /** WhatsApp is about to be asked to send a message, so its answer may come from now on. */
    void leaving(Send send);

    /** A message that was leaving was not sent. If that is unknown, it counts as sent. */
    void returned(Send send);

    /** WhatsApp has accepted a message, before that is stored. */
    void sent(Send send, String messageId);

    /** A message became a dead letter or was dropped, before that is stored. */
    void failed(Settlement settlement, Instant now);
}
