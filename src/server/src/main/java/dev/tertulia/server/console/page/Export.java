package dev.tertulia.server.console.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * A list as a file, in CSV or JSON.
 *
 * @param name the name of the file without its ending
 */
public record Export<T>(String name, List<Column<T>> columns) {

    /** The most rows of a file. */
    public static final int MOST_ROWS = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Spreadsheets run what begins like this. */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.]\\d+)?");

    /** A column of the file. */
    public record Column<T>(String name, Function<T, @Nullable Object> value) {}

    /** A file. */
    public record File(String name, String type, byte[] content) {}

    /** The formats of files. */
    public enum Format {
        CSV("text/csv;charset=utf-8"),
        JSON("application/json");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        static Optional<Format> of(String ending) {
            return Stream.of(values()).filter(format -> format.ending().equals(ending)).findFirst();
        }

        /** The ending of the names of such files. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes rows. */
    public File write(Format format, List<T> rows) {
        String text = format == Format.CSV ? csv(rows) : json(rows);
        return new File(name + "." + format.ending(), format.type, text.getBytes(StandardCharsets.UTF_8));
    }

    private String csv(List<T> rows) {
        Stream<String> head = Stream.of(columns.stream().map(Column::name).collect(Collectors.joining(",")));
        return Stream.concat(head, rows.stream().map(row -> columns.stream()
                .map(column -> cell(column.value().apply(row))).collect(Collectors.joining(","))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String cell(@Nullable Object value) {
        String text = value == null ? "" : value.toString();
        boolean formula = FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches();
        return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
    }

    private String json(List<T> rows) {
        List<Map<String, @Nullable Object>> all = rows.stream().map(row -> {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            columns.forEach(column -> cells.put(column.name(), plain(column.value().apply(row))));
            return cells;
        }).toList();
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value == null || value instanceof Number || value instanceof Boolean ? value : value.toString();
    }
}
