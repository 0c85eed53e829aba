package dev.tertulia.handler;

import java.util.ArrayList;
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

    /**
     * Says that there is nothing that could answer.
     *
     * @param overlooked what may be the reason, a sentence each
     */
    public static BadHandler nobody(List<String> overlooked) {
        List<String> sentences = new ArrayList<>();
        sentences.add("there are no bots; put the jar with your bots into the folder bots/, or"
                + " write a class with @Bot above it and a method such as"
                + " @OnCommand(\"ping\") String ping() { return \"pong\"; }");
        sentences.addAll(overlooked);
        return new BadHandler(sentences);
    }

    /** One sentence for each. */
    public List<String> mistakes() {
        return mistakes;
    }
}
