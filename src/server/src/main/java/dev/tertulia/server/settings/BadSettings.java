package dev.tertulia.server.settings;

import java.util.List;

/**
 * Thrown if settings prevent the start. The message has one sentence for each such setting: what is wrong, and what to
 * write.
 */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Creates an exception with all sentences. */
    static BadSettings of(List<String> sentences) {
        return new BadSettings(sentences.size() == 1
                ? sentences.getFirst()
                : sentences.size() + " settings are wrong:\n- " + String.join("\n- ", sentences));
    }

    public BadSettings(String sentence) {
        super(sentence);
    }
}
