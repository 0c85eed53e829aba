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
import io.lettuce.core.cluster.api.sync.RedisClusterCommands;
import io.lettuce.core.resource.ClientResources;

/**
 * An open way to Redis. It reconnects by itself.
 *
 * @param cluster whether it leads to all nodes of a cluster
 * @param close   gives it up
 */
record Link(RedisClusterCommands<String, String> commands, boolean cluster, Supplier<CompletableFuture<Void>> close) {

    private static final Duration REFRESH_TOPOLOGY = Duration.ofSeconds(15);

    /**
     * Asks the server at the address, a Sentinel's master perhaps, what it is and opens the way that suits it.
     *
     * @param client for attempts at that address, however many; it outlives them all
     */
    static Link open(RedisClient client, ClientResources resources, RedisURI uri) {
        StatefulRedisConnection<String, String> connection = client.connect(Utf8.CODEC);
        try {
            ServerInfo info = ServerInfo.read(connection.sync().info());
            info.refuseIfTooOld();
            if (!info.cluster()) {
                return new Link(connection.sync(), false, connection::closeAsync);
            }
        } catch (RuntimeException e) {
            connection.closeAsync();
            throw e;
        }
        connection.closeAsync();
        return openCluster(resources, uri);
    }

    private static Link openCluster(ClientResources resources, RedisURI uri) {
        RedisClusterClient client = RedisClusterClient.create(resources, uri);
        try {
            client.setOptions(ClusterClientOptions.builder(options(uri.getTimeout())).topologyRefreshOptions(
                    ClusterTopologyRefreshOptions.builder().enableAllAdaptiveRefreshTriggers()
                            .enablePeriodicRefresh(REFRESH_TOPOLOGY).build())
                    .build());
            StatefulRedisClusterConnection<String, String> connection = client.connect(Utf8.CODEC);
            return new Link(connection.sync(), true,
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
