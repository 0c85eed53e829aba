package dev.tertulia.server.edge;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;

/**
 * Buffer of the bytes of a body received so far. Pieces are copied, because a piece of one byte would keep alive the
 * whole buffer that it was read into.
 */
final class BodyBuffer {

    private static final int FIRST = 1024;

    private final ConnectionLimiter admission;
    private final ConnectionLimiter.Admitted guest;
    private final int announced;
    private ByteBuf bytes = Unpooled.EMPTY_BUFFER;

    /**
     * Creates an empty buffer.
     *
     * @param announced the content length of the request's head; 0 if it has none
     */
    BodyBuffer(ConnectionLimiter admission, ConnectionLimiter.Admitted guest, int announced) {
        this.admission = admission;
        this.guest = guest;
        this.announced = announced;
    }

    /** Adds a piece. Returns OK, or the status with which to refuse the request. */
    HttpResponseStatus add(ByteBuf piece) {
        long needed = (long) bytes.readableBytes() + piece.readableBytes();
        if (needed > admission.limits().largest()) {
            return HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE;
        }
        if (needed > bytes.capacity() && !grow((int) needed)) {
            return HttpResponseStatus.SERVICE_UNAVAILABLE;
        }
        bytes.writeBytes(piece);
        return HttpResponseStatus.OK;
    }

    private boolean grow(int needed) {
        long doubled = Math.max(FIRST, 2L * bytes.capacity());
        long enough = announced >= needed ? Math.min(doubled, announced) : doubled;
        int capacity = Math.clamp(enough, needed, Math.max(needed, admission.limits().largest()));
        if (!admission.reserve(guest, capacity - bytes.capacity())) {
            return false;
        }
        ByteBuf larger = Unpooled.buffer(capacity, capacity).writeBytes(bytes);
        bytes.release();
        bytes = larger;
        return true;
    }

    /** Returns the bytes and passes their ownership to the caller. */
    ByteBuf take() {
        ByteBuf taken = bytes;
        bytes = Unpooled.EMPTY_BUFFER;
        return taken;
    }

    /** The number of allocated bytes. */
    int size() {
        return bytes.capacity();
    }

    void discard() {
        take().release();
    }
}
