package dev.tertulia.redis;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The phone numbers that were added to an installation without its settings. All processes of one Redis share them.
 *
 * @param redis the way to Redis
 */
public record AddedNumbers(RedisConnection redis) {

    /** Hash: phone number id to the id of its business account, {@code ""} if that was not told. */
    private static final String ALL = "tertulia:{numbers}:added";
    /** Counts the changes. */
    private static final String VERSION = "tertulia:{numbers}:version";

    /**
     * Adds a number, or changes its business account.
     *
     * @param id              the phone number id
     * @param businessAccount the id of its business account, {@code ""} if it is not known
     * @return whether this changed anything
     * @throws dev.tertulia.store.StoreUnavailable if Redis cannot be asked
     */
    public boolean add(String id, String businessAccount) {
        return change(id, businessAccount);
    }

    /**
     * Removes a number. What is stored of it stays.
     *
     * @param id the phone number id
     * @return whether it had been added
     * @throws dev.tertulia.store.StoreUnavailable if Redis cannot be asked
     */
    public boolean remove(String id) {
        return change(id);
    }

    private boolean change(String... numberAndAccount) {
        return Scripts.number(redis, new Call(Script.NUMBER).keys(ALL, VERSION).args((Object[]) numberAndAccount)) == 1;
    }

    /**
     * A number that differs after each change; 0 before the first.
     *
     * @throws dev.tertulia.store.StoreUnavailable if Redis cannot be asked
     */
    public long version() {
        return Optional.ofNullable(redis.run(commands -> commands.get(VERSION))).map(Long::parseLong).orElse(0L);
    }

    /**
     * The ids of all added numbers with those of their business accounts, {@code ""} where that was not told.
     *
     * @throws dev.tertulia.store.StoreUnavailable if Redis cannot be asked
     */
    public Map<String, String> all() {
        return Map.copyOf(Objects.requireNonNull(redis.run(commands -> commands.hgetall(ALL))));
    }
}
