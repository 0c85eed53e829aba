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
import java.util.stream.Stream;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;

/** Finds the words of many lists in one pass over a text. */
public final class WordMatcher {

    /** The maximum number of hits of one list in a text; further ones are left out. */
    public static final int MOST_HITS = 20;

    private static final int SHORTEST_OF_PHRASE = 3;

    private final AhoCorasickDoubleArrayTrie<List<Entry>> trie = new AhoCorasickDoubleArrayTrie<>();
    private final SplitWords split;
    private final boolean empty;

    private WordMatcher(Map<String, List<Entry>> entries) {
        split = new SplitWords(entries);
        empty = entries.isEmpty();
        if (!empty) {
            trie.build(entries);
        }
    }

    /**
     * A matcher of these lists.
     *
     * @throws IllegalArgumentException if a word has neither letters, digits nor pictures
     */
    public static WordMatcher of(Collection<WordList> lists) {
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        for (WordList list : lists) {
            for (String word : new LinkedHashSet<>(list.words())) {
                FoldedText folded = Folding.fold(word);
                if (folded.isEmpty()) {
                    throw new IllegalArgumentException("List " + list.id() + ": \"" + word
                            + "\" has no letter, digit or picture; use a pattern for punctuation");
                }
                add(entries, new Entry(list, word, folded));
                if (list.folded()) {
                    joined(word).ifPresent(one -> add(entries, new Entry(list, word, Folding.fold(one))));
                }
            }
        }
        return new WordMatcher(entries);
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
        if (empty || text.isEmpty()) {
            return List.of();
        }
        Map<WordList, Set<WordHit>> hits = new IdentityHashMap<>();
        split.find(text, (entry, hit) -> hits.computeIfAbsent(entry.list(), _ -> new LinkedHashSet<>()).add(hit));
        trie.parseText(text.text(), (begin, _, entries) -> {
            for (Entry entry : entries) {
                Set<WordHit> found = hits.computeIfAbsent(entry.list(), _ -> new LinkedHashSet<>());
                if (found.size() < MOST_HITS) {
                    add(text, entry, begin, found);
                }
            }
        });
        return hits.values().stream().flatMap(Set::stream)
                .sorted(Comparator.comparingInt(WordHit::start).thenComparing(WordHit::listId)).toList();
    }

    private static void add(FoldedText text, Entry entry, int begin, Set<WordHit> hits) {
        int start = text.start(begin);
        int end = text.end(begin + entry.folded().text().length() - 1);
        if (!entry.list().folded()) {
            int at = new ExactWord(text.original(), entry).find(start, end);
            if (at >= 0) {
                hits.add(entry.hit(at, at + entry.word().length()));
            }
        } else if (new Spelling(text, entry.folded(), begin, entry.list().wholeWord()).isOfWord()) {
            hits.add(entry.hit(start, end));
        }
    }
}
