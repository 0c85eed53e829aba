package dev.tertulia.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** The public types of the API and of the test kit, by their simple names. */
record ApiTypes(Map<String, Type> byName) {

    /** The folders whose Javadoc the site has. */
    static final List<String> FOLDERS = List.of("src/api/src/main/java", "src/testkit/src/main/java");

    private static final Pattern DECLARED = Pattern.compile(
            "(?:/\\*\\*(?<comment>(?:(?!\\*/).)*)\\*/\\s*)?(?:@[\\w.]+(?:\\((?:[^()]|\\([^()]*\\))*\\))?\\s*)*"
                    + "^public (?:\\w+ |non-sealed )*?(?:class|interface|record|enum|@interface) (?<name>\\w+)",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("^(.*?\\.)(?:\\s|$)", Pattern.DOTALL);

    /** A public type. */
    record Type(String name, String url, String summary) {}

    static ApiTypes in(Path root) throws IOException {
        Map<String, Type> types = new TreeMap<>();
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(root.resolve(folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                    type(root.resolve(folder), file).ifPresent(type -> types.putIfAbsent(type.name(), type));
                }
            }
        }
        return new ApiTypes(types);
    }

    private static Optional<Type> type(Path folder, Path file) throws IOException {
        Matcher declared = DECLARED.matcher(Files.readString(file));
        if (!declared.find()) {
            return Optional.empty();
        }
        String url = "api/" + folder.relativize(file).toString().replace(".java", ".html");
        return Optional.of(new Type(declared.group("name"), url, summary(declared.group("comment"))));
    }

    private static String summary(@Nullable String comment) {
        String text = comment == null ? "" : comment.replaceAll("(?m)^\\s*\\*", "").replaceAll("\\s+", " ").strip();
        Matcher sentence = SENTENCE.matcher(text.replaceAll("\\{@\\w+ ([^}]*)}", "$1").replaceAll("<[^>]*>", ""));
        return sentence.find() ? sentence.group(1) : "";
    }

    /** The type that a piece of code such as {@code @OnJoin} or {@code Reply} names. */
    Optional<Type> named(String code) {
        return Optional.ofNullable(byName.get(code.startsWith("@") ? code.substring(1) : code));
    }

    Collection<Type> all() {
        return byName.values();
    }
}
