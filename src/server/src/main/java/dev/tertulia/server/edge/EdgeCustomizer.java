package dev.tertulia.server.edge;

import java.time.Duration;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.micronaut.context.env.Environment;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;

/** Installs a {@link RequestGate} in front of the HTTP server's handlers, on every connection of every port. */
@Singleton
final class EdgeCustomizer implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final String GATE = "tertulia-request-gate";

    private final ConnectionLimiter admission;

    EdgeCustomizer(Environment environment, HttpServerConfiguration server) {
        this.admission = new ConnectionLimiter(limits(environment, server), System::nanoTime);
    }

    private static EdgeLimits limits(Environment environment, HttpServerConfiguration server) {
        EdgeLimits usual = EdgeLimits.of(Runtime.getRuntime().maxMemory(),
                (int) Math.min(Integer.MAX_VALUE / 2, server.getMaxRequestSize()));
        EdgeLimits connections = environment.getProperty("tertulia.most-connections", Integer.class)
                .map(usual::withConnections).orElse(usual);
        return environment.getProperty("tertulia.request-deadline", Duration.class).map(connections::withDeadline)
                .orElse(connections);
    }

    ConnectionLimiter admission() {
        return admission;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Gates(admission, Optional.empty()));
        return registry;
    }

    /** Customizer that adds a gate to each connection. */
    private record Gates(ConnectionLimiter admission, Optional<Channel> connection) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
            return role == ChannelRole.CONNECTION ? new Gates(admission, Optional.of(channel)) : this;
        }

        @Override
        public void onStreamPipelineBuilt() {
            connection.ifPresent(channel -> channel.pipeline().addAfter(
                    ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, GATE, new RequestGate(admission)));
        }
    }
}
