package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/** Files of YAML, bounded in size and depth. */
final class YamlText {

    private static final int MOST_BYTES = 1_000_000;
    private static final int DEEPEST = 50;

    private YamlText() {}

    /** The content of a file. */
    static String of(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw tooLarge();
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw wrong(null, "there is no file " + file);
        } catch (CharacterCodingException e) {
            throw wrong(null, "the file " + file + " is not in UTF-8; save it in that encoding");
        } catch (IOException e) {
            throw wrong(null, "the file " + file + " cannot be read: " + e);
        }
    }

    /** The folder in which a file is. */
    static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? Path.of("") : folder;
    }

    /** The root of a text; empty if there is nothing in it. */
    static Optional<Node> parse(String text) {
        if (text.length() > MOST_BYTES) {
            throw tooLarge();
        }
        refuseUnprintable(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MOST_BYTES);
        options.setNestingDepthLimit(DEEPEST);
        try {
            return Optional.ofNullable(new Yaml(options).compose(new StringReader(text)));
        } catch (MarkedYAMLException e) {
            String problem = String.valueOf(e.getProblem()).replaceFirst(" ?\\. \\(Do not use.*", "");
            throw wrong(e.getProblemMark(), "this is not YAML: " + problem + hint(problem));
        } catch (YAMLException e) {
            throw wrong(null, "this is not YAML: " + e.getMessage());
        }
    }

    /** YAML does not say in which line they are. */
    private static void refuseUnprintable(String text) {
        int at = 0;
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        if (at < text.length()) {
            String before = text.substring(0, at);
            int line = (int) before.chars().filter(c -> c == '\n').count();
            int column = before.codePointCount(before.lastIndexOf('\n') + 1, at);
            throw wrong(line, column, "this is not YAML: it contains the invisible character U+%04X; delete it"
                    .formatted(text.codePointAt(at)));
        }
    }

    private static String hint(String problem) {
        if (problem.contains("unexpected end of stream")) {
            return "; a text in quotes does not end";
        }
        if (problem.contains("TAB")) {
            return "; indent with spaces";
        }
        return problem.contains("mapping values are not allowed") || problem.contains("expected <block end>")
                ? "; keys of the same map begin in the same column, and a text with a colon needs \"quotes\""
                : "";
    }

    private static RuleFileException tooLarge() {
        return wrong(null, "the file has more than " + MOST_BYTES / 1_000_000
                + " MB; put long lists into files of their own, such as words: { file: words.txt }");
    }

    private static RuleFileException wrong(@Nullable Mark at, String message) {
        return at == null ? wrong(0, 0, message) : wrong(at.getLine(), at.getColumn(), message);
    }

    private static RuleFileException wrong(int line, int column, String message) {
        return new RuleFileException(List.of(new Problem(line + 1, column + 1, message)));
    }
}
