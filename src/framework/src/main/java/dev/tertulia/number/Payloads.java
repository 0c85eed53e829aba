package dev.tertulia.number;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.message.InvalidArgument;

/** Writes payloads of tags and timers as they are stored: text as it is, anything else as JSON. */
public record Payloads(ObjectMapper json) {

    private static final int LONGEST = 10_000;

    /**
     * The stored form.
     *
     * @param where what carries the payload, for the refusal
     * @throws IllegalArgumentException if it is too long or cannot be written
     */
    public String write(String where, Object payload) {
        String written;
        try {
            written = payload instanceof String text ? text : json.writeValueAsString(payload);
        } catch (IOException e) {
            throw new InvalidArgument(where + " carries a " + payload.getClass().getSimpleName()
                    + ", which cannot be written as JSON; carry text, or a record of text, numbers, dates and lists",
                    e);
        }
        if (written.length() > LONGEST) {
            throw new InvalidArgument(where + " would carry " + written.length() + " characters; " + LONGEST
                    + " are the most, so keep the rest in a State");
        }
        return written;
    }
}
