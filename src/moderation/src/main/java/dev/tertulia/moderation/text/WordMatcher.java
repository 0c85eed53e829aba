package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

/** Finds the words of many lists in one pass over a text. */
public final class WordMatcher {

    /** The maximum number of hits of one list in a text; further ones are left out. */
    public static final int MOST_HITS = 20;

    private static final int SHORTEST_OF_PHRASE = 3;

    private final AhoCorasickDoubleArrayTrie<List<Entry>> trie = new AhoCorasickDoubleArrayTrie<>();
    private final SplitWords split;
    private final ExactWords exact;
    private final boolean empty;

    /**
     * @param folded the words that disguised spellings hit as well, by their folded text
     * @param exact  the others
     */
    private WordMatcher(Map<String, List<Entry>> folded, Map<String, List<Entry>> exact) {
        this.split = new SplitWords(folded);
        this.exact = new ExactWords(exact);
        empty = folded.isEmpty();
        if (!empty) {
            trie.build(folded);
        }
    }

    /**
     * A matcher of these lists.
     *
     * @throws IllegalArgumentException if a word has neither letters, digits nor pictures
     */
    public static WordMatcher of(Collection<WordList> lists) {
        Map<String, List<Entry>> disguised = new LinkedHashMap<>();
        Map<String, List<Entry>> exact = new LinkedHashMap<>();
        for (WordList list : lists) {
            for (String word : new LinkedHashSet<>(list.words())) {
                FoldedText folded = Folding.fold(word);
                if (folded.isEmpty()) {
                    throw new IllegalArgumentException("List " + list.id() + ": \"" + word
                            + "\" has no letter, digit or picture; use a pattern for punctuation");
                }
                Entry entry = new Entry(list, word, folded);
                if (list.folded()) {
                    add(disguised, entry);
                    joined(word).ifPresent(one -> add(disguised, new Entry(list, word, Folding.fold(one))));
                } else {
                    exact.computeIfAbsent(word, _ -> new ArrayList<>()).add(entry);
                }
            }
        }
        return new WordMatcher(disguised, exact);
    }

    private static void add(Map<String, List<Entry>> entries, Entry entry) {
        entries.computeIfAbsent(entry.folded().text(), _ -> new ArrayList<>()).add(entry);
    }

    /** A phrase without its spaces, unless its words are so short that this may be another word. */
    private static Optional<String> joined(String phrase) {
        String[] words = phrase.strip().split("\\s+");
        boolean areLong = Stream.of(words).allMatch(word -> word.length() >= SHORTEST_OF_PHRASE
                && word.codePoints().allMatch(Character::isLetter));
        return words.length > 1 && areLong ? Optional.of(String.join("", words)) : Optional.empty();
    }

    /** The words in a text, in the order of their places. */
    public List<WordHit> find(String text) {
        return find(Folding.fold(text));
    }

    /** The words in a text that is folded already, in the order of their places. */
    public List<WordHit> find(FoldedText text) {
        Map<WordList, Set<WordHit>> hits = new IdentityHashMap<>();
        BiConsumer<Entry, WordHit> taken = (entry, hit) -> hits(hits, entry).ifPresent(found -> found.add(hit));
        exact.find(text.original(), taken);
        if (!empty && !text.isEmpty()) {
            split.find(text, taken);
            trie.parseText(text.text(), (begin, _, entries) -> {
                entries.forEach(entry -> hits(hits, entry).ifPresent(found -> add(text, entry, begin, found)));
            });
        }
        return hits.values().stream().flatMap(Set::stream)
                .sorted(Comparator.comparingInt(WordHit::start).thenComparing(WordHit::listId)).toList();
    }

    /** The hits of the list of an entry; empty if they are enough. */
    private static Optional<Set<WordHit>> hits(Map<WordList, Set<WordHit>> hits, Entry entry) {
        return Optional.of(hits.computeIfAbsent(entry.list(), _ -> new LinkedHashSet<>()))
                .filter(found -> found.size() < MOST_HITS);
    }

    private static void add(FoldedText text, Entry entry, int begin, Set<WordHit> hits) {
        if (new Spelling(text, entry.folded(), begin, entry.list().wholeWord()).isOfWord()) {
            hits.add(entry.hit(text.start(begin), text.end(begin + entry.folded().text().length() - 1)));
        }
    }
}
