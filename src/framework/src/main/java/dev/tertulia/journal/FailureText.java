package dev.tertulia.journal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of a failure for its author: message, causes and stack trace, without the frames through which the framework
 * called the author's code. It may contain text from people, so it is logged only if that is allowed.
 */
public final class FailureText {

    private static final int MOST_FRAMES = 40;
    /** The classes that run a turn; frames below them are left out. */
    private static final Pattern RUNNER = Pattern
            .compile("dev\\.tertulia\\.(dispatch\\.(HandlerCalls|SendHooks)|handler\\.(HandlerMethod|SendHook))\\b.*");
    /** The classes between those and the author's code. */
    private static final Pattern CALLER = Pattern
            .compile("(java|jdk|io\\.micronaut|dev\\.tertulia\\.(dispatch|handler))\\..*|.*\\$Definition\\$Exec");
    /** The classes that authors call, and the classes below them. */
    private static final Pattern CALLED = Pattern.compile("(java|jdk|com\\.fasterxml|io\\.micronaut|dev\\.tertulia\\."
            + "(action|bot|broadcast|business|deadletter|dispatch|fleet|graph|groups|handler|journal|message|operation"
            + "|outbox|redis|store|throttle|turn|window))\\..*");

    private FailureText() {}

    /** The whole text in several lines, without a final line break. */
    public static String of(Throwable failure) {
        StringBuilder text = new StringBuilder();
        write(failure, "", text, Collections.newSetFromMap(new IdentityHashMap<>()));
        return text.toString();
    }

    private static void write(Throwable failure, String caption, StringBuilder text, Set<Throwable> known) {
        text.append(text.isEmpty() ? "" : "\n").append(caption).append(shown(String.valueOf(failure)));
        if (!known.add(failure)) {
            text.append(" (see above)");
            return;
        }
        List<StackTraceElement> frames = frames(failure);
        frames.stream().limit(MOST_FRAMES).forEach(frame -> text.append("\n\tat ").append(frame));
        if (frames.size() > MOST_FRAMES) {
            text.append("\n\t... ").append(frames.size() - MOST_FRAMES).append(" more");
        }
        for (Throwable suppressed : failure.getSuppressed()) {
            write(suppressed, "Also: ", text, known);
        }
        if (failure.getCause() != null) {
            write(failure.getCause(), "Caused by: ", text, known);
        }
    }

    /** Keeps line breaks and indents the lines that follow, so that they cannot be mistaken for log entries. */
    private static String shown(String words) {
        return ControlCharacters.escapeLines(words).replace("\n", "\n\t");
    }

    /** The frames of a failure down to the last one of the author's code; all frames if there is none. */
    public static List<StackTraceElement> frames(Throwable failure) {
        List<StackTraceElement> all = List.of(failure.getStackTrace());
        int end = (int) all.stream().takeWhile(frame -> !RUNNER.matcher(frame.getClassName()).matches()).count();
        while (end > 0 && CALLER.matcher(all.get(end - 1).getClassName()).matches()) {
            end--;
        }
        return end == 0 ? all : all.subList(0, end);
    }

    /** The file and line of the author's code that failed; empty if unknown. It contains no text from people. */
    public static String place(Throwable failure) {
        Stream<StackTraceElement> authors = frames(failure).stream()
                .filter(frame -> !CALLED.matcher(frame.getClassName()).matches());
        return Stream.concat(authors, Stream.of(failure.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java."))).findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber()).orElse("");
    }

    /** The failure and its place, without the message. */
    public static String withoutWords(Throwable failure) {
        String place = place(failure);
        return failure.getClass().getName() + (place.isEmpty() ? "" : " at " + place);
    }
}
