package dev.tertulia.store.memory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tertulia.store.Tags;
import dev.tertulia.store.Tags.TaggedMessage;

/** Tags in memory: the latest of them. */
final class MemoryTags implements Tags {

    private static final int MOST = 10_000;

    private final Object lock;
    private final BoundedMap<String, Kept> byMessage = new BoundedMap<>(MOST);
    private final BoundedMap<String, Latest> latest = new BoundedMap<>(MOST);

    private record Kept(TaggedMessage message, Instant until) {}

    private record Latest(String messageId, Instant until) {}

    MemoryTags(Object lock) {
        this.lock = lock;
    }

    @Override
    public void put(String conversation, String messageId, TaggedMessage message, Instant now, Duration kept) {
        synchronized (lock) {
            byMessage.put(messageId, new Kept(message, now.plus(kept)));
            String key = key(conversation, String.valueOf(message.bot()), message.tag());
            latest.remove(key); // so that it counts as put in last
            latest.put(key, new Latest(messageId, now.plus(kept)));
        }
    }

    private static String key(String conversation, String bot, String tag) {
        return String.join("\n", conversation, bot, tag);
    }

    @Override
    public Optional<TaggedMessage> find(String messageId, Instant now) {
        synchronized (lock) {
            return Optional.ofNullable(byMessage.get(messageId)).filter(kept -> now.isBefore(kept.until()))
                    .map(Kept::message);
        }
    }

    @Override
    public Optional<String> latest(String conversation, String bot, String tag, Instant now) {
        synchronized (lock) {
            return Optional.ofNullable(latest.get(key(conversation, bot, tag)))
                    .filter(last -> now.isBefore(last.until())).map(Latest::messageId);
        }
    }
}
