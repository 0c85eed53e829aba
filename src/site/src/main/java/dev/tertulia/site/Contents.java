package dev.tertulia.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of contents: chapters with their pages, in the order of {@code contents.txt}. */
record Contents(List<Chapter> chapters) {

    private static final String REST = "More";

    /** A chapter of the site. */
    record Chapter(String title, List<Entry> entries) {}

    /**
     * A page before it is read.
     *
     * @param source the file, relative to the project's folder
     */
    record Entry(String source, String url, String title) {}

    /** Reads the chapters. A page of {@code docs/} that they do not list is added at the end. */
    static Contents of(Path root) throws IOException {
        List<Chapter> chapters = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("# ")) {
                chapters.add(new Chapter(line.substring(2), new ArrayList<>()));
            } else if (!line.isBlank() && Files.exists(root.resolve(line))) {
                chapters.getLast().entries().add(entry(root, line));
            }
        }
        Contents listed = new Contents(chapters);
        List<Entry> others = new ArrayList<>();
        for (String page : pages(root)) {
            if (listed.find(page).isEmpty()) {
                others.add(entry(root, page));
            }
        }
        if (!others.isEmpty()) {
            chapters.add(new Chapter(REST, others));
        }
        return listed;
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = Objects.requireNonNull(Contents.class.getResourceAsStream("contents.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static List<String> pages(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("docs"))) {
            return files.map(file -> "docs/" + file.getFileName()).filter(name -> name.endsWith(".md")).sorted()
                    .toList();
        }
    }

    private static Entry entry(Path root, String source) throws IOException {
        String title = Files.readString(root.resolve(source)).lines().filter(line -> line.startsWith("# "))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(source + " has no title; begin it with '# …'"))
                .substring(2).replace("`", "");
        String name = source.substring(source.lastIndexOf('/') + 1).replace(".md", "");
        boolean upper = name.equals(name.toUpperCase(Locale.ROOT));
        String file = name.equals("README") ? "index" : upper ? name.toLowerCase(Locale.ROOT) : name;
        return new Entry(source, file + ".html", name.equals("README") ? "Overview" : title);
    }

    List<Entry> entries() {
        return chapters.stream().flatMap(chapter -> chapter.entries().stream()).toList();
    }

    Optional<Entry> find(String source) {
        return entries().stream().filter(entry -> entry.source().equals(source)).findFirst();
    }
}
