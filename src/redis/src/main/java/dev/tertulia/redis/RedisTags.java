package dev.tertulia.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tertulia.store.Tags;
import dev.tertulia.store.Tags.TaggedMessage;

/** Tags in Redis, which expire by its clock. */
record RedisTags(RedisConnection redis, Keys keys) implements Tags {

    @Override
    public void put(String conversation, String messageId, TaggedMessage message, Instant now, Duration kept) {
        redis.run(commands -> commands.psetex(keys.tag(messageId), kept.toMillis(), Codec.write(message)));
        redis.run(commands -> commands.psetex(keys.tagged(conversation, String.valueOf(message.bot()), message.tag()),
                kept.toMillis(), messageId));
    }

    @Override
    public Optional<TaggedMessage> find(String messageId, Instant now) {
        return Optional.ofNullable(redis.run(commands -> commands.get(keys.tag(messageId))))
                .map(json -> Codec.read(json, TaggedMessage.class));
    }

    @Override
    public Optional<String> latest(String conversation, String bot, String tag, Instant now) {
        return Optional.ofNullable(redis.run(commands -> commands.get(keys.tagged(conversation, bot, tag))));
    }
}
