package dev.tertulia.emulator;

import java.util.Arrays;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;

/** Picture of a group: a square JPEG of at least 192 pixels and at most 5 MB. */
record GroupPicture(byte[] bytes) {
    private static final int SMALLEST = 192;
    private static final int LARGEST_FILE = 5 * 1024 * 1024;
    private static final int MARKER = 0xFF;
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xCF;
    private static final int[] NO_FRAMES = {0xC4, 0xC8, 0xCC};

    private record Size(int width, int height) {}

    static GroupPicture read(byte[] bytes) {
        if (bytes.length > LARGEST_FILE) {
            throw new Refusal(ApiError.invalid("The picture must have at most 5 MB."));
        }
        Size size = size(bytes);
        if (size.width() != size.height()) {
            throw new Refusal(ApiError.NOT_SQUARE);
        }
        if (size.width() < SMALLEST) {
            throw new Refusal(ApiError.TOO_SMALL);
        }
        return new GroupPicture(bytes);
    }

    /** Scans the segments of a JPEG up to the frame that holds the size. */
    private static Size size(byte[] jpeg) {
        int at = 2;
        if (jpeg.length > at && at(jpeg, 0) == MARKER && at(jpeg, 1) == 0xD8) {
            while (at + 8 < jpeg.length && at(jpeg, at) == MARKER) {
                if (isFrame(at(jpeg, at + 1))) {
                    return new Size(two(jpeg, at + 7), two(jpeg, at + 5));
                }
                at += 2 + two(jpeg, at + 2);
            }
        }
        throw new Refusal(ApiError.invalid("The picture must be a JPEG."));
    }

    private static boolean isFrame(int marker) {
        return marker >= FIRST_FRAME && marker <= LAST_FRAME && Arrays.stream(NO_FRAMES).noneMatch(no -> no == marker);
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private static int two(byte[] bytes, int index) {
        return at(bytes, index) << 8 | at(bytes, index + 1);
    }

    /** Returns the picture as a part of its webhook. */
    ObjectNode told() {
        return Json.object("mime_type", "image/jpeg", "sha256", StoredMedia.base64Hash(bytes));
    }
}
