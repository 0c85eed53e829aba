package dev.tertulia.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes pages of the files and folders that links lead to, and of what these folders contain if it is not much. */
final class SourcePages {

    private static final int MOST_FILES = 80;
    private static final Set<String> HIDDEN = Set.of("target", ".git");

    private final Path root;
    private final Set<String> known = new TreeSet<>();
    private final Deque<String> waiting;

    SourcePages(Path root, Links links) {
        this.root = root;
        this.waiting = new ArrayDeque<>(links.sources());
        this.known.addAll(links.sources());
    }

    List<SourcePage> all() throws IOException {
        List<SourcePage> pages = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            pages.add(Files.isDirectory(root.resolve(path)) ? folder(path) : file(path));
        }
        return pages;
    }

    private SourcePage file(String path) throws IOException {
        return new SourcePage(path, Links.sourceUrl(path), Files.readString(root.resolve(path)), List.of());
    }

    private SourcePage folder(String path) throws IOException {
        boolean small = size(root.resolve(path)) <= MOST_FILES;
        List<SourcePage.Entry> entries = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve(path))) {
            for (Path file : files.filter(SourcePages::shown).sorted().toList()) {
                String child = path + "/" + file.getFileName();
                boolean linked = small && (Files.isDirectory(file) || isText(file));
                if (linked && known.add(child)) {
                    waiting.add(child);
                }
                entries.add(new SourcePage.Entry(file.getFileName() + (Files.isDirectory(file) ? "/" : ""),
                        known.contains(child) ? Links.sourceUrl(child) : ""));
            }
        }
        return new SourcePage(path, Links.sourceUrl(path), "", entries);
    }

    private static boolean shown(Path file) {
        return !HIDDEN.contains(file.getFileName().toString());
    }

    private static boolean isText(Path file) {
        return !file.toString().matches(".*\\.(png|jpg|jar|ico)");
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !folder.relativize(file).toString().matches("(.*/)?target(/.*)?"))
                    .filter(Files::isRegularFile).count();
        }
    }
}
