package dev.tertulia.outbox;

import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Entries that WhatsApp has taken on, as they were read for a delivery of statuses. */
public record SentEntries(Map<String, Send> byId) {

    /** Nothing was read. */
    static final SentEntries NONE = new SentEntries(Map.of());

    Optional<Send> find(@Nullable String sendId) {
        return sendId == null ? Optional.empty() : Optional.ofNullable(byId.get(sendId));
    }
}
