package dev.tertulia.server.logging;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonGenerator;
import net.logstash.logback.composite.AbstractJsonProvider;
import org.jspecify.annotations.Nullable;

import dev.tertulia.journal.LogText;

/** The message and the fields of a log entry in JSON, with the same text that the other format shows. */
final class JsonFields extends AbstractJsonProvider<ILoggingEvent> {

    private static final Pattern TRACE = Pattern.compile("[0-9a-f]{32}");
    /** Names that the encoder itself writes; a field of a bot with such a name gets an underscore. */
    private static final Set<String> TAKEN = Set.of("@timestamp", "level", "logger_name", "thread_name", "message",
            "stack_trace");

    /** The digits in the id of a trace are no phone number. */
    private static String shown(@Nullable Object value) {
        return value instanceof String id && TRACE.matcher(id).matches() ? id : LogText.of(value);
    }

    @Override
    public void writeTo(JsonGenerator json, ILoggingEvent event) throws IOException {
        json.writeStringField("message", LogText.ofLines(event.getFormattedMessage()));
        Map<String, String> fields = new LinkedHashMap<>();
        event.getMDCPropertyMap().forEach((name, value) -> fields.put(name, shown(value)));
        if (event.getKeyValuePairs() != null) {
            event.getKeyValuePairs().forEach(pair -> fields.put(pair.key, shown(pair.value)));
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (!field.getValue().isEmpty()) {
                String name = TAKEN.contains(field.getKey()) ? "_" + field.getKey() : field.getKey();
                json.writeStringField(name, field.getValue());
            }
        }
    }
}
