package dev.tertulia.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Parser for multipart/form-data. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"?([^\";\r\n]*)\"?");
    private static final Pattern FILENAME = Pattern.compile("filename=\"?([^\";\r\n]*)\"?");
    private static final Pattern TYPE = Pattern.compile("(?i)content-type: *([^\r\n]+)");

    /**
     * Part of a form.
     *
     * @param filename empty if the part is not a file
     */
    public record Part(String name, String filename, String contentType, byte[] bytes) {

        public boolean isFile() {
            return !filename.isEmpty();
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private Multipart() {}

    /**
     * Returns the parts by name. The map is empty if the body is not a form.
     *
     * @throws IllegalArgumentException if a part has no headers
     */
    public static Map<String, Part> read(Request request) {
        var parts = new LinkedHashMap<String, Part>();
        String type = request.headers().getOrDefault("content-type", "");
        Matcher boundary = BOUNDARY.matcher(type);
        if (type.startsWith("multipart/form-data") && boundary.find()) {
            // Latin-1 maps each byte to one character and back, so text and files are split alike.
            String body = new String(request.body(), StandardCharsets.ISO_8859_1);
            String[] pieces = ("\r\n" + body).split(Pattern.quote("\r\n--" + boundary.group(1)), -1);
            for (int i = 1; i < pieces.length - 1; i++) {
                Part part = part(pieces[i]);
                parts.put(part.name(), part);
            }
        }
        return parts;
    }

    private static Part part(String piece) {
        int end = piece.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IllegalArgumentException("A part of the form has no headers.");
        }
        String head = piece.substring(0, end);
        return new Part(found(NAME, head), found(FILENAME, head), found(TYPE, head).strip(),
                piece.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String found(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Returns the parts that are not files as an object. */
    public static ObjectNode texts(Map<String, Part> parts) {
        ObjectNode texts = Json.object();
        parts.values().stream().filter(part -> !part.isFile()).forEach(part -> texts.put(part.name(), part.text()));
        return texts;
    }
}
