package dev.tertulia.business;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tertulia.message.InvalidArgument;

/**
 * A file to upload.
 *
 * @param length  in bytes; what its kind allows
 * @param content opened when it is sent
 */
public record Upload(String filename, String mimeType, long length, Content content) {

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException when WhatsApp would not take it
     */
    public Upload {
        String given = mimeType;
        FileKind kind = FileKind.of(given).orElseThrow(() -> new InvalidArgument("a file of type '", given,
                "': WhatsApp takes " + String.join(", ", FileKind.allTypes())));
        if (filename.isBlank()) {
            throw new InvalidArgument("a file to upload has no name; write one such as clip.mp4");
        }
        if (length < 1 || length > kind.mostBytes()) {
            throw new InvalidArgument("", filename, " has " + length + " bytes: of " + mimeType
                    + " WhatsApp takes 1 to " + kind.mostBytes());
        }
        mimeType = FileKind.lowerCased(mimeType);
    }

    /** Opens a file. */
    @FunctionalInterface
    public interface Content {

        /** The bytes from the first on. */
        InputStream open() throws IOException;
    }

    /**
     * A file on the disk.
     *
     * @throws IOException when its size cannot be read
     */
    public static Upload of(Path file, String mimeType) throws IOException {
        return new Upload(String.valueOf(file.getFileName()), mimeType, Files.size(file),
                () -> Files.newInputStream(file));
    }

    /** A file in memory. */
    public static Upload of(String filename, String mimeType, byte[] bytes) {
        return new Upload(filename, mimeType, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /**
     * The content of a stream, which is read into memory and closed.
     *
     * @throws IOException              when it cannot be read
     * @throws IllegalArgumentException when it has more bytes than WhatsApp takes of this type
     */
    public static Upload of(String filename, String mimeType, InputStream content) throws IOException {
        try (content) {
            long most = FileKind.of(mimeType).map(FileKind::mostBytes).orElse(0L);
            return of(filename, mimeType, content.readNBytes(Math.toIntExact(most + 1)));
        }
    }

    /**
     * A file on a web server, fetched while it is uploaded. Its name is the end of the address, its type what the server
     * says. Where the server does not say its length, it is read into memory. Pass no address that people wrote: the server
     * could be one of your own network.
     *
     * @throws IOException              when the server does not hand it out within a minute
     * @throws IllegalArgumentException when it is no http or https address, or WhatsApp would not take the file
     */
    public static Upload at(URI address) throws IOException, InterruptedException {
        return WebFile.fetch(address);
    }
}
