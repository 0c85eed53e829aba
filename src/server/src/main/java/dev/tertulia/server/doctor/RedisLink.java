package dev.tertulia.server.doctor;

import java.util.Optional;

import dev.tertulia.redis.RedisConnection;
import dev.tertulia.redis.RedisReport;

/** The way to Redis, if one is configured. It is asked for its report once. */
final class RedisLink implements AutoCloseable {

    private final Optional<RedisConnection> connection;
    private final Memo<Optional<RedisReport>> report;

    RedisLink(Optional<RedisConnection> connection) {
        this.connection = connection;
        this.report = new Memo<>(() -> connection.map(RedisConnection::report));
    }

    /** What Redis says about itself; empty if none is configured. */
    Optional<RedisReport> report() {
        return report.get();
    }

    @Override
    public void close() {
        connection.ifPresent(RedisConnection::close);
    }
}
