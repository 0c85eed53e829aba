package dev.tertulia.store.memory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Send;

/** The latest entries that WhatsApp has taken on; to be used with the lock of the store held. */
final class MemorySentLog {

    private static final int REMEMBERED = 10_000;

    private final Map<String, Sent> sent = new BoundedMap<>(REMEMBERED);
    private final Map<String, String> confirmed = new BoundedMap<>(REMEMBERED);

    private record Sent(Send send, @Nullable String messageId) {}

    void add(Send send, @Nullable String messageId) {
        sent.put(send.id(), new Sent(send, messageId));
    }

    boolean has(String sendId) {
        return sent.containsKey(sendId);
    }

    void confirm(String sendId, String messageId) {
        confirmed.put(sendId, messageId);
    }

    boolean isConfirmed(String sendId) {
        return confirmed.containsKey(sendId);
    }

    Optional<Send> find(String sendId) {
        return Optional.ofNullable(sent.get(sendId)).map(Sent::send);
    }

    Optional<Send> findMessage(String messageId) {
        return sent.values().stream().filter(s -> messageId.equals(s.messageId())).map(Sent::send).findFirst();
    }

    Map<String, Send> findAll(Collection<String> sendIds) {
        return sendIds.stream().filter(sent::containsKey)
                .collect(Collectors.toMap(id -> id, id -> sent.get(id).send()));
    }

    /** Returns whether it was there. */
    boolean remove(String sendId) {
        return sent.remove(sendId) != null;
    }

    /** What spoke of an attempt that failed no longer counts. */
    void forgetConfirmation(String sendId) {
        confirmed.remove(sendId);
    }
}
