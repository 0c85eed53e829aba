package dev.tertulia.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import io.micronaut.http.HttpMethod;

import dev.tertulia.business.FileTooLarge;
import dev.tertulia.business.Media;
import dev.tertulia.business.MediaFile;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.Upload;
import dev.tertulia.business.WhatsAppAway;

/** The calls on files (wire reference, part 5). */
record GraphMedia(Caller caller, String number, FileTransport files, String accessToken) implements Media {

    private static final int CHUNK = 16 * 1024;

    @Override
    public String upload(Upload file) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("messaging_product", "whatsapp");
        fields.put("type", file.mimeType());
        try (InputStream content = file.content().open()) {
            var part = new Form.FilePart("file", file.filename(), file.mimeType(), file.length(), content);
            return Answers.read(
                    caller.need(new GraphRequest(HttpMethod.POST, number + "/media", fields, part)), Id.class).id();
        }
    }

    private record Id(String id) {}

    @Override
    public MediaFile find(String id) {
        return Answers.read(caller.need(GraphRequest.get(path(id))), MediaFile.class);
    }

    @Override
    public long download(String id, long mostBytes, OutputStream to) throws IOException {
        MediaFile file = find(id);
        if (file.fileSize() != null && file.fileSize() > mostBytes) {
            throw new FileTooLarge("file " + id + " has " + file.fileSize() + " bytes, " + mostBytes + " are allowed");
        }
        FileTransport.Download download = open(file);
        try (InputStream content = download.content()) {
            if (download.status() != 200) {
                throw new RefusedByWhatsApp(-1, download.status(),
                        "file " + id + " is not at its address any more (HTTP " + download.status() + ")");
            }
            return copy(content, mostBytes, to, id);
        }
    }

    private FileTransport.Download open(MediaFile file) {
        try {
            return files.download(file.url(), accessToken);
        } catch (IOException e) {
            throw new WhatsAppAway("WhatsApp did not hand out file " + file.id(), e);
        }
    }

    private static long copy(InputStream from, long mostBytes, OutputStream to, String id) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
            copied += read;
            if (copied > mostBytes) {
                throw new FileTooLarge("file " + id + " has more than the " + mostBytes + " bytes that are allowed");
            }
            to.write(chunk, 0, read);
        }
        return copied;
    }

    @Override
    public void delete(String id) {
        caller.need(new GraphRequest(HttpMethod.DELETE, path(id), Map.of()));
    }

    /** With the number, WhatsApp makes sure that the file is this number's. */
    private String path(String id) {
        return GraphRequest.encoded(id) + GraphRequest.query("phone_number_id", number);
    }
}
