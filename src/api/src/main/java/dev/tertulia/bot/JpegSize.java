package dev.tertulia.bot;

import java.nio.ByteBuffer;
import java.util.Optional;

/** The size of a JPEG in pixels, read from the head of its first frame without decoding it. */
record JpegSize(int width, int height) {

    private static final int START = 0xFFD8;
    private static final int MARKER = 0xFF;
    private static final int FRAME_BYTES = 9;

    /** The size, if these bytes begin like a JPEG and get as far as a frame. */
    static Optional<JpegSize> of(byte[] bytes) {
        ByteBuffer jpeg = ByteBuffer.wrap(bytes);
        if (bytes.length < 2 || two(jpeg, 0) != START) {
            return Optional.empty();
        }
        int at = 2;
        while (at + FRAME_BYTES <= bytes.length && one(jpeg, at) == MARKER) {
            int kind = one(jpeg, at + 1);
            if (isFrame(kind)) {
                return Optional.of(new JpegSize(two(jpeg, at + 7), two(jpeg, at + 5)));
            }
            at += kind == MARKER ? 1 : 2 + two(jpeg, at + 2); // markers may be padded
        }
        return Optional.empty();
    }

    /** C0 to CF start frames, but for C4, C8 and CC, which hold tables. */
    private static boolean isFrame(int kind) {
        return kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
    }

    private static int one(ByteBuffer jpeg, int at) {
        return Byte.toUnsignedInt(jpeg.get(at));
    }

    private static int two(ByteBuffer jpeg, int at) {
        return Short.toUnsignedInt(jpeg.getShort(at));
    }

    @Override
    public String toString() {
        return width + " x " + height;
    }
}
