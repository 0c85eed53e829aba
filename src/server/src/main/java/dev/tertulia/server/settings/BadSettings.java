package dev.tertulia.server.settings;

import java.util.List;

/** Says in one sentence for each setting that keeps the program from starting what is wrong with it, and what to write. */
public final class BadSettings extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** All that is wrong, at once. */
    static BadSettings of(List<String> sentences) {
        return new BadSettings(sentences.size() == 1
                ? sentences.getFirst()
                : sentences.size() + " settings are wrong:\n- " + String.join("\n- ", sentences));
    }

    public BadSettings(String sentence) {
        super(sentence);
    }
}
