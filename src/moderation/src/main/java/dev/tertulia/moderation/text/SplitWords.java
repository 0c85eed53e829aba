package dev.tertulia.moderation.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds words that are written with one space inside, as {@code via gra}. Two words that people write beside each other are
 * none: one of the parts has to be short, and no word that is known.
 */
final class SplitWords {

    /** Shorter words would be hit by the ends and beginnings of others. */
    private static final int SHORTEST_WORD = 6;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int SHORTEST_PART = 2;
    /** Parts of two letters may be anything, such as the code of a country. */
    private static final int SHORTEST_SIGN = 3;
    /** Longer parts may be words that are not listed. */
    private static final int LONGEST_SIGN = 4;
    private static final Set<String> KNOWN = Lines.of("short-words.txt").stream()
            .flatMap(line -> Arrays.stream(line.split(" "))).map(SplitWords::plain)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, List<Entry>> entries;
    private final int longest;

    /** @param entries the words, by their folded text */
    SplitWords(Map<String, List<Entry>> entries) {
        this.entries = entries.values().stream().flatMap(List::stream)
                .filter(entry -> isLong(entry.word()))
                .collect(Collectors.groupingBy(entry -> entry.folded().text()));
        this.longest = this.entries.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** In small letters without accents. */
    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)).replaceAll("");
    }

    private static boolean isLong(String word) {
        return word.codePoints().allMatch(Character::isLetter)
                && word.codePointCount(0, word.length()) >= SHORTEST_WORD;
    }

    /** Two neighbours in a folded text: from {@code first} to the space, and from there to {@code end}. */
    private record Pair(FoldedText text, int first, int space, int end) {

        /** Both without the space. A letter at the end of one and the beginning of the other is a repeated one. */
        String joined() {
            String all = text.text();
            boolean repeated = all.charAt(space - 1) == all.charAt(space + 1);
            return all.substring(first, space) + all.substring(repeated ? space + 2 : space + 1, end);
        }

        boolean isSplitBySpace() {
            int from = text.end(space - 1);
            return text.start(space + 1) - from == 1 && Character.isSpaceChar(text.original().charAt(from));
        }

        boolean hasSign() {
            return areLetters(first, space, SHORTEST_PART) && areLetters(space + 1, end, SHORTEST_PART)
                    && (isSign(first, space) || isSign(space + 1, end));
        }

        private boolean isSign(int from, int to) {
            return areLetters(from, to, SHORTEST_SIGN) && original(from, to).length() <= LONGEST_SIGN
                    && !KNOWN.contains(plain(original(from, to)));
        }

        private boolean areLetters(int from, int to, int atLeast) {
            String part = original(from, to);
            return part.length() >= atLeast && part.codePoints().allMatch(Character::isLetter);
        }

        String original(int from, int to) {
            return text.original().substring(text.start(from), text.end(to - 1));
        }

        boolean isSpelling(Entry entry) {
            FoldedText word = Folding.fold(original(first, space) + original(space + 1, end));
            return word.text().equals(entry.folded().text())
                    && new Spelling(word, entry.folded(), 0, true).isOfWord();
        }
    }

    /** Hands over the words in a text. */
    void find(FoldedText text, BiConsumer<Entry, WordHit> hits) {
        String all = text.text();
        int first = 0;
        int space = all.indexOf(' ');
        while (space >= 0) {
            int next = all.indexOf(' ', space + 1);
            find(new Pair(text, first, space, next < 0 ? all.length() : next), hits);
            first = space + 1;
            space = next;
        }
    }

    private void find(Pair pair, BiConsumer<Entry, WordHit> hits) {
        if (pair.end() - pair.first() > longest + 2) { // with the space and a repeated letter
            return;
        }
        List<Entry> found = entries.getOrDefault(pair.joined(), List.of());
        if (!found.isEmpty() && pair.isSplitBySpace() && pair.hasSign()) {
            found.stream().filter(pair::isSpelling).forEach(entry -> hits.accept(entry,
                    entry.hit(pair.text().start(pair.first()), pair.text().end(pair.end() - 1))));
        }
    }
}
