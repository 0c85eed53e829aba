package dev.tertulia.server.edge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gate of one connection: refuses requests by their heads, collects bodies within the limits, and passes on only
 * complete requests. Runs in the connection's event loop, except for {@link #evict}.
 */
final class RequestGate extends ChannelDuplexHandler implements ConnectionLimiter.Admitted {

    private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);
    /** How long the rest of a refused request is read and discarded, so that the client receives the refusal. */
    private static final Duration LINGER = Duration.ofSeconds(1);
    private static final String RETRY_AFTER_SECONDS = "10";

    /** A request that was passed on and is not answered yet. */
    private record InHand(int bytes, boolean delivery) {}

    private final ConnectionLimiter admission;
    private final Deque<InHand> inHand = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable HttpRequest head;
    private @Nullable BodyBuffer body;
    private @Nullable HttpResponseStatus refusal;
    private @Nullable Future<?> deadline;
    private boolean known;
    private boolean accepted;
    private boolean evicted;

    RequestGate(ConnectionLimiter admission) {
        this.admission = admission;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        ctx.channel().closeFuture().addListener(closed -> left());
        if (admission.enter(this)) {
            within(admission.limits().head());
        } else {
            refusal = HttpResponseStatus.SERVICE_UNAVAILABLE;
            ctx.close();
        }
    }

    private void left() {
        within(Duration.ZERO);
        dropBody();
        inHand.forEach(request -> admission.release(request.bytes()));
        inHand.clear();
        admission.leave(this);
    }

    private void within(Duration time) {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
        if (time.isPositive()) {
            deadline = context().executor().schedule(this::late, time.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void late() {
        if (head == null) {
            context().close();
        } else {
            refuse(HttpResponseStatus.REQUEST_TIMEOUT);
        }
    }

    @Override
    public void evict() {
        context().executor().execute(() -> {
            evicted = true;
            if (head == null) {
                context().close();
            } else {
                refuse(HttpResponseStatus.SERVICE_UNAVAILABLE);
            }
        });
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        try {
            if (refusal == null && message instanceof HttpRequest request) {
                begin(request);
            }
            if (head != null && message instanceof HttpContent content) {
                add(content);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void begin(HttpRequest request) {
        Optional<HttpResponseStatus> wrong = RequestCheck.refusal(request, admission.limits().largest());
        if (wrong.isPresent()) {
            refuse(wrong.get());
            return;
        }
        RequestCheck.forgetTraces(request.headers());
        head = request;
        body = new BodyBuffer(admission, this, (int) HttpUtil.getContentLength(request, 0L));
        within(admission.limits().body());
        if (HttpUtil.is100ContinueExpected(request)) {
            context().writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
        }
        request.headers().remove(HttpHeaderNames.EXPECT);
    }

    private void add(HttpContent content) {
        HttpResponseStatus status = content.decoderResult().isFailure()
                ? HttpResponseStatus.BAD_REQUEST
                : Objects.requireNonNull(body).add(content.content());
        if (status != HttpResponseStatus.OK) {
            refuse(status);
        } else if (content instanceof LastHttpContent) {
            handOn();
        }
    }

    private void handOn() {
        HttpRequest request = Objects.requireNonNull(head);
        BodyBuffer complete = Objects.requireNonNull(body);
        within(Duration.ZERO);
        admission.works(this);
        inHand.add(new InHand(complete.size(), RequestCheck.isDelivery(request)));
        HttpUtil.setTransferEncodingChunked(request, false);
        var full = new DefaultFullHttpRequest(request.protocolVersion(), request.method(), request.uri(),
                complete.take(), request.headers(), DefaultHttpHeadersFactory.trailersFactory().newEmptyHeaders());
        if (full.content().isReadable()) {
            HttpUtil.setContentLength(full, full.content().readableBytes());
        }
        head = null;
        body = null;
        context().fireChannelRead(full);
    }

    /**
     * Refuses the request after earlier requests are answered, without reading the rest of it, and closes the
     * connection.
     */
    private void refuse(HttpResponseStatus status) {
        refusal = status;
        within(Duration.ZERO);
        dropBody();
        if (inHand.isEmpty()) {
            writeRefusal(status);
        }
    }

    private void dropBody() {
        if (body != null) {
            body.discard();
            admission.giveUp(this);
        }
        head = null;
        body = null;
    }

    private void writeRefusal(HttpResponseStatus status) {
        LOG.debug("refused a request with {}", status.code());
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.EMPTY_BUFFER);
        SafeHeaders.addTo(response.headers());
        response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION,
                HttpHeaderValues.CLOSE);
        if (status == HttpResponseStatus.SERVICE_UNAVAILABLE) {
            response.headers().set(HttpHeaderNames.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        context().writeAndFlush(response).addListener(written -> linger());
    }

    private void linger() {
        ChannelHandlerContext ctx = context();
        if (evicted) {
            ctx.close(); // it is no longer counted, so it must not stay open
            return;
        }
        if (ctx.channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
        ctx.executor().schedule(() -> ctx.close(), LINGER.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        boolean interim = false;
        if (message instanceof HttpResponse response) {
            interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
            accepted = response.status().equals(HttpResponseStatus.OK);
            SafeHeaders.addTo(response.headers());
        }
        boolean last = message instanceof LastHttpContent && !interim;
        ChannelFuture written = ctx.write(message, promise);
        if (last && !inHand.isEmpty()) {
            answered(written);
        }
    }

    private void answered(ChannelFuture written) {
        InHand request = inHand.remove();
        admission.release(request.bytes());
        known |= request.delivery() && accepted;
        if (!inHand.isEmpty()) {
            return;
        }
        if (refusal != null) {
            HttpResponseStatus status = refusal;
            written.addListener(done -> writeRefusal(status));
        } else if (head == null) {
            admission.waits(this, known);
            within(admission.limits().idle());
        }
    }

    /** Closes the connection. Network failures are not errors of the server. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        LOG.debug("a connection failed", cause);
        ctx.close();
    }

    private ChannelHandlerContext context() {
        return Objects.requireNonNull(context);
    }
}
