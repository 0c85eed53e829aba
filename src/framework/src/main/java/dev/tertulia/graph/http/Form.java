package dev.tertulia.graph.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes multipart/form-data: some fields, then one file. */
public final class Form {

    private Form() {}

    /**
     * A file in a form.
     *
     * @param name   of the part
     * @param length in bytes
     */
    public record FilePart(String name, String filename, String contentType, long length, InputStream content) {}

    public static RequestBody of(Map<String, Object> fields, FilePart file) {
        String boundary = "tertulia-" + UUID.randomUUID();
        StringBuilder head = new StringBuilder();
        fields.forEach((name, value) -> head.append("--").append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value)
                .append("\r\n"));
        head.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"").append(file.name())
                .append("\"; filename=\"").append(quoted(file.filename())).append("\"\r\nContent-Type: ")
                .append(file.contentType()).append("\r\n\r\n");
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        InputStream all = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(before), file.content(), new ByteArrayInputStream(after))));
        return new RequestBody("multipart/form-data; boundary=" + boundary,
                before.length + file.length() + after.length,
                all);
    }

    /** As browsers write it (WHATWG HTML, "multipart form data"). */
    private static String quoted(String filename) {
        return filename.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
