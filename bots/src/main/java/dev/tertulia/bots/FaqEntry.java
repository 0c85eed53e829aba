package dev.tertulia.bots;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** A question with its answer, from a Markdown file. */
record FaqEntry(String question, String answer, Set<String> words) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,}");
    private static final TextContentRenderer TEXT = TextContentRenderer.builder().build();

    /** Reads the headings of a file and the text below each. */
    static List<FaqEntry> read(String markdown) {
        List<FaqEntry> entries = new ArrayList<>();
        String question = null;
        List<String> answer = new ArrayList<>();
        for (Node block = Parser.builder().build().parse(markdown).getFirstChild(); block != null; block = block
                .getNext()) {
            if (block instanceof Heading) {
                add(entries, question, answer);
                question = TEXT.render(block).strip();
                answer = new ArrayList<>();
            } else {
                answer.add(TEXT.render(block).strip());
            }
        }
        add(entries, question, answer);
        return List.copyOf(entries);
    }

    private static void add(List<FaqEntry> entries, String question, List<String> answer) {
        if (question != null && !answer.isEmpty()) {
            entries.add(new FaqEntry(question, String.join("\n\n", answer), words(question)));
        }
    }

    /** The entry whose question has the most words in common with a text; empty if it has none. */
    static Optional<FaqEntry> best(List<FaqEntry> entries, String text) {
        Set<String> asked = words(text);
        return entries.stream().filter(entry -> entry.common(asked) > 0)
                .max(Comparator.comparingDouble(entry -> entry.common(asked) / (double) entry.words.size()));
    }

    private long common(Set<String> asked) {
        return words.stream().filter(asked::contains).count();
    }

    private static Set<String> words(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        return WORD.matcher(plain).results().map(word -> word.group()).filter(word -> !COMMON.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static final Set<String> COMMON = Set.of("the", "what", "when", "where", "how", "who", "can", "are", "you",
            "and", "does", "for");
}
