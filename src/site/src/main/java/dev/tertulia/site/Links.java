package dev.tertulia.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rewrites the links of the Markdown files, and remembers the files and folders that they lead to. */
final class Links {

    private final Path root;
    private final Contents contents;
    private final Map<String, String> images = new TreeMap<>();
    private final Set<String> sources = new TreeSet<>();

    Links(Path root, Contents contents) {
        this.root = root;
        this.contents = contents;
    }

    /**
     * Returns the address of a link on a page of the site's own folder.
     *
     * @param source the file that contains the link
     */
    String link(String source, String destination) {
        if (destination.matches("[a-z]+:.*") || destination.startsWith("#")) {
            return destination;
        }
        String[] parts = destination.split("#", 2);
        String path = resolved(source, parts[0]);
        String anchor = parts.length == 2 ? "#" + parts[1] : "";
        return contents.find(path).map(entry -> entry.url() + anchor).orElseGet(() -> {
            sources.add(path);
            return sourceUrl(path);
        });
    }

    /** Returns the address of an image, which is copied into the site. */
    String image(String source, String destination) {
        String path = resolved(source, destination);
        String copy = path.replaceFirst("^docs/", "");
        images.put(path, copy);
        return copy;
    }

    private String resolved(String source, String destination) {
        Path file = root.resolve(source).getParent().resolve(destination).normalize();
        if (!file.startsWith(root) || !Files.exists(file)) {
            throw new IllegalArgumentException(source + ": the link '" + destination + "' leads nowhere");
        }
        return root.relativize(file).toString();
    }

    static String sourceUrl(String path) {
        return "files/" + path + ".html";
    }

    /** The files and folders outside of the pages that links lead to. */
    Set<String> sources() {
        return sources;
    }

    void copyFiles(Path target) throws IOException {
        for (Map.Entry<String, String> image : images.entrySet()) {
            Path copy = target.resolve(image.getValue());
            Files.createDirectories(copy.getParent());
            Files.copy(root.resolve(image.getKey()), copy);
        }
    }
}
