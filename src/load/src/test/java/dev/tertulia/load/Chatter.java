package dev.tertulia.load;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Invented words that are not wanted, and messages of which some contain one, disguised or not. */
final class Chatter {

    static final int LENGTH = 80;

    private static final int MESSAGES = 2_000;
    private static final int ONE_IN = 20;
    private static final String CONSONANTS = "bcdfghjklmnprstvz";
    private static final String VOWELS = "aeiou";
    private static final List<String> USUAL = List.of("bom", "dia", "amanhã", "we", "meet", "at", "the", "station",
            "¿quién",
            "trae", "la", "comida?", "não", "sei,", "I", "think", "so!", "😀", "12:30", "thanks", "a", "y", "o", "João",
            "grüße");

    private final Random random = new Random(42);
    private final List<String> words;

    Chatter(int words) {
        Set<String> invented = new LinkedHashSet<>();
        while (invented.size() < words) {
            invented.add(word());
        }
        this.words = List.copyOf(invented);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3 + random.nextInt(2); i++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.toString();
    }

    /** A rule file with the words, shared out to rules. */
    String rules(int rules) {
        StringBuilder file = new StringBuilder(
                "version: 1\npolicies:\n  - name: p\n    groups: { all: true }\n    rules:\n");
        for (int rule = 0; rule < rules; rule++) {
            List<String> own = new ArrayList<>(List.of("notawordthatanybodywrites" + rule));
            for (int i = rule; i < words.size(); i += rules) {
                own.add(words.get(i));
            }
            file.append("      - name: r").append(rule).append("\n        when: { words: { list: ").append(own)
                    .append(", whole_word: ").append(rule % 2 == 0).append(" } }\n        then: [ { note: words } ]\n");
        }
        return file.toString();
    }

    /** Messages of {@value #LENGTH} characters. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            messages.add(message(i % ONE_IN == 0));
        }
        return messages;
    }

    private String message(boolean unwanted) {
        StringBuilder message = new StringBuilder();
        if (unwanted) {
            message.append(disguised(words.get(random.nextInt(words.size())))).append(' ');
        }
        while (message.length() < LENGTH) {
            message.append(random.nextInt(4) == 0 ? word() : USUAL.get(random.nextInt(USUAL.size()))).append(' ');
        }
        return message.substring(0, LENGTH);
    }

    private String disguised(String word) {
        return switch (random.nextInt(4)) {
            case 0 -> word;
            case 1 -> String.join(".", word.split(""));
            case 2 -> word.replace('a', 'а').replace('e', '3');
            default -> word.toUpperCase(java.util.Locale.ROOT);
        };
    }
}
