package dev.tertulia.graph;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Makes JPEGs that tell their size and hold nothing else. */
public final class Jpegs {

    private Jpegs() {}

    /** A start, a table to step over, and the head of a frame of that size. */
    public static byte[] of(int width, int height) {
        return ByteBuffer.allocate(17).putShort((short) 0xFFD8).putShort((short) 0xFFC4).putShort((short) 4)
                .putShort((short) 0).putShort((short) 0xFFC0).putShort((short) 8).put((byte) 8)
                .putShort((short) height).putShort((short) width).array();
    }

    /** The same, filled up to so many bytes. */
    public static byte[] of(int width, int height, int bytes) {
        return Arrays.copyOf(of(width, height), bytes);
    }
}
