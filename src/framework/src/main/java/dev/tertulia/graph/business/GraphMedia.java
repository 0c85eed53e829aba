package dev.tertulia.graph.business;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpMethod;

import dev.tertulia.business.FileTooLarge;
import dev.tertulia.business.MediaFile;
import dev.tertulia.business.MediaFiles;
import dev.tertulia.business.Upload;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.graph.http.Form;

/** Requests about files (wire reference, part 5). */
record GraphMedia(GraphHttp http, String number, FileTransport files, String accessToken) implements MediaFiles {

    @Override
    public String upload(Upload file) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("messaging_product", "whatsapp");
        fields.put("type", file.mimeType());
        try (InputStream content = file.content().open()) {
            var part = new Form.FilePart("file", file.filename(), file.mimeType(), file.length(), content);
            return ResponseMapper.need(
                    http.need(new GraphRequest(HttpMethod.POST, GraphPath.of(number, "media"), fields, part)), "id");
        }
    }

    @Override
    public MediaFile find(String id) {
        JsonNode answer = http.need(GraphRequest.get(path(id)));
        ResponseMapper.need(answer, "url");
        return ResponseMapper.readNamed(answer, MediaFile.class);
    }

    @Override
    public long download(String id, long mostBytes, OutputStream to) throws IOException {
        MediaFile file = find(id);
        if (file.fileSize() != null && file.fileSize() > mostBytes) {
            throw new FileTooLarge("file " + id + " has " + file.fileSize() + " bytes, " + mostBytes + " are allowed");
        }
        return new ArrivingFile(file, open(file)).copy(mostBytes, to);
    }

    private FileTransport.Download open(MediaFile file) {
        try {
            return files.download(file.url(), accessToken);
        } catch (IOException e) {
            throw new WhatsAppUnavailable("WhatsApp did not provide file " + file.id(), e);
        }
    }

    @Override
    public void delete(String id) {
        http.needDone(new GraphRequest(HttpMethod.DELETE, path(id), Map.of()));
    }

    /** With the number, WhatsApp checks that the file belongs to it. */
    private GraphPath path(String id) {
        return GraphPath.of(id).with("phone_number_id", number);
    }

    /** Omits the token, so that it cannot be logged. */
    @Override
    public String toString() {
        return "Media[" + number + "]";
    }
}
