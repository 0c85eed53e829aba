package dev.tertulia.redis;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open way to Redis. It reconnects by itself.
 *
 * @param cluster whether it leads to all nodes of a cluster
 * @param close   gives it up
 */
record Link(RedisClusterAsyncCommands<String, String> commands, boolean cluster,
        Supplier<CompletableFuture<Void>> close) {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration REFRESH_TOPOLOGY = Duration.ofSeconds(15);

    /**
     * Asks the server at the address, a Sentinel's master perhaps, what it is and opens the way that suits it.
     *
     * @param client for attempts at that address, however many; it outlives them all
     * @param rings  gets the signals of other processes, if this one wants them
     */
    static Link open(RedisClient client, ClientResources resources, RedisURI uri, @Nullable Rings rings) {
        StatefulRedisConnection<String, String> connection = client.connect(Utf8.CODEC);
        try {
            ServerInfo info = ServerInfo.read(RedisConnection.await(connection.async().info()));
            info.refuseIfTooOld();
            if (!info.cluster()) {
                return rings == null
                        ? new Link(connection.async(), false, connection::closeAsync)
                        : listening(connection, client.connectPubSub(Utf8.CODEC), rings);
            }
        } catch (RuntimeException e) {
            connection.closeAsync();
            throw e;
        }
        connection.closeAsync();
        return openCluster(resources, uri, rings);
    }

    private static Link listening(StatefulRedisConnection<String, String> connection,
            StatefulRedisPubSubConnection<String, String> signals, Rings rings) {
        subscribe(signals, rings);
        return new Link(connection.async(), false,
                () -> CompletableFuture.allOf(signals.closeAsync(), connection.closeAsync()));
    }

    /** Whoever may not subscribe looks by themselves. */
    private static void subscribe(StatefulRedisPubSubConnection<String, String> signals, Rings rings) {
        signals.addListener(rings.adapter());
        signals.async().subscribe(Rings.CHANNEL)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        LOG.warn("Redis gives no signals on the channel {}, so other processes' work is found within"
                                + " a second: {}", Rings.CHANNEL, failure.getMessage());
                    }
                });
    }

    private static Link openCluster(ClientResources resources, RedisURI uri, @Nullable Rings rings) {
        RedisClusterClient client = RedisClusterClient.create(resources, uri);
        try {
            client.setOptions(ClusterClientOptions.builder(options(uri.getTimeout())).topologyRefreshOptions(
                    ClusterTopologyRefreshOptions.builder().enableAllAdaptiveRefreshTriggers()
                            .enablePeriodicRefresh(REFRESH_TOPOLOGY).build())
                    .build());
            StatefulRedisClusterConnection<String, String> connection = client.connect(Utf8.CODEC);
            if (rings != null) {
                subscribe(client.connectPubSub(Utf8.CODEC), rings);
            }
            return new Link(connection.async(), true,
                    () -> connection.closeAsync().thenCompose(done -> client.shutdownAsync()));
        } catch (RuntimeException e) {
            client.shutdownAsync();
            throw e;
        }
    }

    static ClientOptions options(Duration patience) {
        return ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(patience).keepAlive(true).build()).build();
    }
}
