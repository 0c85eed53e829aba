package dev.tertulia.bot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import dev.tertulia.message.InvalidArgument;

/**
 * A group's picture: a square JPEG of at least 192 × 192 pixels and at most 5 MB (wire reference, part 2,
 * {@code groups.update_picture}; errors 131009, 131209 and 131210). The bytes must not be modified.
 */
public record Picture(byte[] jpeg) {

    private static final int SMALLEST = 192;
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if the bytes are anything else
     */
    public Picture {
        if (jpeg.length > MOST_BYTES) {
            throw new InvalidArgument(
                    "a group's picture of " + jpeg.length + " bytes: WhatsApp takes " + MOST_BYTES + " at most");
        }
        JpegSize size = JpegSize.of(jpeg).orElseThrow(
                () -> new InvalidArgument("a group's picture is no JPEG: WhatsApp takes nothing else"));
        if (size.width() != size.height()) {
            throw new InvalidArgument("a group's picture of " + size + " pixels: WhatsApp takes a square");
        }
        if (size.width() < SMALLEST) {
            throw new InvalidArgument("a group's picture of " + size + " pixels: WhatsApp takes " + SMALLEST
                    + " x " + SMALLEST + " at least");
        }
    }

    /**
     * Reads a picture from a file.
     *
     * @throws IOException if the file cannot be read
     */
    public static Picture of(Path jpeg) throws IOException {
        return new Picture(Files.readAllBytes(jpeg));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture(byte[] bytes) && Arrays.equals(jpeg, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(jpeg);
    }

    @Override
    public String toString() {
        return "Picture[" + jpeg.length + " bytes]";
    }
}
