package dev.tertulia.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.IntFunction;

/** Many connections of one thread, which are opened, written to and held. Closed ones are reopened. */
final class Strangers implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final long PAUSE_NANOS = PAUSE_MILLIS * 1_000_000;
    private static final int AT_ONCE = 300;
    private static final int AGAIN_AT_ONCE = 20;

    private final InetSocketAddress server;
    private final IntFunction<byte[]> first;
    private final byte[] more;
    private final Selector selector = Selector.open();
    private final Thread thread = Thread.ofPlatform().name("strangers").unstarted(this::run);
    private final int count;
    private volatile boolean over;
    private volatile int opened;
    private int open;

    Strangers(URI server, int count, IntFunction<byte[]> first, byte[] more) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        this.count = count;
        this.first = first;
        this.more = more;
        thread.start();
    }

    /** The number of connections opened so far, including reopened ones. */
    int opened() {
        return opened;
    }

    private void run() {
        try {
            while (!over) {
                int most = opened < count ? AT_ONCE : AGAIN_AT_ONCE;
                for (int i = 0; i < most && open < count; i++) {
                    open();
                }
                long next = System.nanoTime() + PAUSE_NANOS;
                while (!over && System.nanoTime() < next) {
                    selector.select(this::advance, PAUSE_MILLIS);
                }
                sendMore();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            selector.keys().forEach(this::end);
        }
    }

    private void open() throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_CONNECT, ByteBuffer.wrap(first.apply(open)));
        open++;
        if (channel.connect(server)) {
            channel.keyFor(selector).interestOps(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
            opened++;
        }
    }

    private void advance(SelectionKey key) {
        try {
            SocketChannel channel = (SocketChannel) key.channel();
            if (key.isConnectable() && channel.finishConnect()) {
                opened++;
                key.interestOps(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
                return;
            }
            if (key.isReadable() && channel.read(ByteBuffer.allocate(1024)) < 0) {
                end(key);
                return;
            }
            if (key.isWritable()) {
                ByteBuffer left = (ByteBuffer) key.attachment();
                channel.write(left);
                key.interestOps(left.hasRemaining()
                        ? SelectionKey.OP_WRITE | SelectionKey.OP_READ
                        : SelectionKey.OP_READ);
            }
        } catch (IOException closed) {
            end(key);
        }
    }

    private void sendMore() {
        if (more.length > 0) {
            selector.keys().stream().filter(key -> key.isValid() && key.interestOps() == SelectionKey.OP_READ)
                    .forEach(key -> {
                        try {
                            ((SocketChannel) key.channel()).write(ByteBuffer.wrap(more));
                        } catch (IOException closed) {
                            end(key);
                        }
                    });
        }
    }

    private void end(SelectionKey key) {
        try {
            if (key.channel().isOpen()) {
                key.channel().close();
                open--;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        over = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        selector.close();
    }
}
