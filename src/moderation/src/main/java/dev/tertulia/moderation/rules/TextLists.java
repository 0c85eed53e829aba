package dev.tertulia.moderation.rules;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.text.WordList;

/** Lists of texts, in the rule file itself or in files beside it: one text a line, and comments after {@code #}. */
final class TextLists {

    private static final long MOST_BYTES = 5_000_000;
    private static final int MOST_TEXTS = 200_000;
    private static final int LONGEST_TEXT = WordList.LONGEST_WORD;

    private TextLists() {}

    /**
     * A text of a list.
     *
     * @param at where it stands in the rule file: itself, or the name of its file
     */
    record Entry(Value at, String text) {}

    /** The texts of a list, or of a map with the key {@code file}. */
    static List<Entry> entries(Value value) {
        return value.isScalar() || value.isList()
                ? inline(value)
                : value.fields("'" + value.key() + "'", "file").need("file", TextLists::file, List.of());
    }

    /** The texts of a list, or of a map with the key {@code file}. */
    static List<String> of(Value value) {
        return entries(value).stream().map(Entry::text).toList();
    }

    /** The texts of a list in the rule file. */
    static List<Entry> inline(Value value) {
        return value.items().stream().map(item -> new Entry(item, item.text())).filter(entry -> !entry.text().isEmpty())
                .toList();
    }

    /** The texts of a file, whose path is relative to the folder of the rule file. */
    static List<Entry> file(Value value) {
        return lines(value).stream().map(line -> new Entry(value, line)).toList();
    }

    private static List<String> lines(Value value) {
        Path file = path(value);
        String content = file == null ? null : content(value, file);
        if (content == null) {
            return List.of();
        }
        value.reading().dependsOn(content);
        List<String> texts = content.lines().map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty()).toList();
        if (texts.isEmpty()) {
            value.problem("the file " + value.text() + " is empty; write one entry in each line");
        } else if (texts.size() > MOST_TEXTS) {
            value.problem("the file " + value.text() + " has more than " + MOST_TEXTS + " entries");
        }
        texts.stream().filter(text -> text.length() > LONGEST_TEXT).findFirst().ifPresent(text -> value
                .problem("the file %s has an entry of more than %d characters: '%s…'; write one entry in each line"
                        .formatted(value.text(), LONGEST_TEXT, text.substring(0, 20))));
        return texts;
    }

    /** Some editors begin files in UTF-8 with a mark, which is no part of the first text. */
    private static String withoutMark(String content) {
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }

    private static @Nullable Path path(Value value) {
        try {
            Path folder = value.reading().folder().toAbsolutePath().normalize();
            Path file = folder.resolve(value.text()).normalize();
            if (file.startsWith(folder) && !file.equals(folder)) {
                return file;
            }
            value.problem("the file %s is not in the folder of the rule file; put it there and write its name"
                    .formatted(value.text()));
        } catch (InvalidPathException e) {
            value.problem("'" + value.text() + "' is no name of a file");
        }
        return null;
    }

    private static @Nullable String content(Value value, Path file) {
        value.reading().reads(file);
        try {
            if (Files.size(file) <= MOST_BYTES) {
                return withoutMark(Files.readString(file));
            }
            value.problem("the file " + value.text() + " has more than " + MOST_BYTES / 1_000_000 + " MB");
        } catch (NoSuchFileException e) {
            value.problem("there is no file %s; its path is relative to the folder of the rule file, %s"
                    .formatted(value.text(), value.reading().folder()));
        } catch (CharacterCodingException e) {
            value.problem("the file " + value.text() + " is not in UTF-8; save it in that encoding");
        } catch (IOException e) {
            value.problem("the file " + value.text() + " cannot be read: " + e);
        }
        return null;
    }
}
