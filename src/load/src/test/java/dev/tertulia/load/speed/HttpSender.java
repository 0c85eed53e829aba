package dev.tertulia.load.speed;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.pool.AbstractChannelPoolHandler;
import io.netty.channel.pool.FixedChannelPool;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AttributeKey;
import io.netty.util.concurrent.Future;

/** An HTTP client that sends JSON over a few lasting connections, one request at a time on each. */
final class HttpSender implements AutoCloseable {

    private static final int LARGEST = 1 << 20;
    private static final AttributeKey<CompletableFuture<byte[]>> ANSWER = AttributeKey.valueOf("answer");

    private final FixedChannelPool connections;
    private final String host;

    HttpSender(URI server, int connections, EventLoopGroup loops) {
        host = server.getAuthority();
        this.connections = new FixedChannelPool(
                new Bootstrap().group(loops).channel(NioSocketChannel.class).remoteAddress(server.getHost(),
                        server.getPort()),
                new Setup(), connections);
    }

    /** Sends a request. The result is the body of the answer; any status but 200 is an {@link IOException}. */
    CompletableFuture<byte[]> post(String path, Map<String, String> headers, byte[] body) {
        CompletableFuture<byte[]> answer = new CompletableFuture<>();
        connections.acquire().addListener((Future<Channel> acquired) -> {
            if (acquired.isSuccess()) {
                Channel connection = acquired.getNow();
                connection.attr(ANSWER).set(answer);
                connection.writeAndFlush(request(path, headers, body), connection.voidPromise());
            } else {
                answer.completeExceptionally(acquired.cause());
            }
        });
        return answer;
    }

    private FullHttpRequest request(String path, Map<String, String> headers, byte[] body) {
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, path,
                Unpooled.wrappedBuffer(body));
        headers.forEach(request.headers()::set);
        request.headers().set(HttpHeaderNames.HOST, host)
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        return request;
    }

    @Override
    public void close() {
        connections.close();
    }

    private final class Setup extends AbstractChannelPoolHandler {

        @Override
        public void channelCreated(Channel connection) {
            connection.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(LARGEST), new Answers());
        }
    }

    private final class Answers extends SimpleChannelInboundHandler<FullHttpResponse> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpResponse response) {
            CompletableFuture<byte[]> answer = context.channel().attr(ANSWER).getAndSet(null);
            byte[] body = ByteBufUtil.getBytes(response.content());
            connections.release(context.channel());
            if (response.status().code() == 200) {
                answer.complete(body);
            } else {
                answer.completeExceptionally(new IOException("answered with " + response.status()));
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            CompletableFuture<byte[]> answer = context.channel().attr(ANSWER).getAndSet(null);
            context.close();
            if (answer != null) {
                connections.release(context.channel());
                answer.completeExceptionally(cause);
            }
        }
    }
}
