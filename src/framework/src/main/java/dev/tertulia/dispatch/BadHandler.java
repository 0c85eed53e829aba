package dev.tertulia.dispatch;

import java.util.List;

/** Says which handlers and bots are written wrong and what to write instead. The program does not start with one. */
public final class BadHandler extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    /** The only mistake. */
    public BadHandler(String mistake) {
        this(List.of(mistake));
    }

    BadHandler(List<String> mistakes) {
        super(mistakes.size() == 1
                ? mistakes.getFirst()
                : mistakes.size() + " mistakes:\n- " + String.join("\n- ", mistakes));
        this.mistakes = mistakes;
    }

    /** One sentence for each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
