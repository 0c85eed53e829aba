package dev.tertulia.redis;

import java.util.Map;
import java.util.stream.Collectors;

/** The fields of the answer to INFO. */
final class InfoFields {

    private InfoFields() {}

    static Map<String, String> read(String info) {
        return info.lines().map(line -> line.split(":", 2)).filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1].strip(), (first, again) -> first));
    }
}
