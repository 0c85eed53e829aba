package dev.tertulia.moderation.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A fingerprint of a text that changes little when the text does. Case, punctuation, disguises, pictures and numbers do not
 * change it at all, a short word hardly. Short texts are near only to themselves.
 */
public record SimHash(long bits) {

    /** Texts that differ in more bits are different. */
    public static final int FARTHEST = 3;

    private static final int BANDS = 4;
    private static final int BAND_BITS = 16;
    /** In shorter texts a changed word is another text. */
    private static final int SHORTEST = 24;
    private static final int FEWEST_WORDS = 5;
    private static final int HEAVIEST = 8;

    /** The fingerprint of a text. */
    public static SimHash of(String text) {
        return of(Folding.fold(text));
    }

    /** The fingerprint of a text that is folded already. */
    public static SimHash of(FoldedText text) {
        List<String> words = words(text.text());
        if (words.size() < FEWEST_WORDS || words.stream().mapToInt(String::length).sum() < SHORTEST) {
            return new SimHash(hash(words.isEmpty() ? text.text() : String.join(" ", words)));
        }
        int[] sums = new int[Long.SIZE];
        for (String word : words) {
            long hash = hash(word);
            int weight = Math.min(word.length(), HEAVIEST);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                sums[bit] += (hash >>> bit & 1) == 1 ? weight : -weight;
            }
        }
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            bits |= sums[bit] > 0 ? 1L << bit : 0;
        }
        return new SimHash(bits);
    }

    private static List<String> words(String folded) {
        List<String> words = new ArrayList<>();
        for (String word : folded.split(" ")) {
            if (word.codePoints().anyMatch(Character::isLetter)) {
                words.add(word);
            }
        }
        return words;
    }

    /** FNV-1a, then mixed so that all bits depend on all characters. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** In how many bits two fingerprints differ. */
    public int distance(SimHash other) {
        return Long.bitCount(bits ^ other.bits);
    }

    /** Whether two texts are the same but for little things. */
    public boolean isNear(SimHash other) {
        return distance(other) <= FARTHEST;
    }

    /** Four keys of which two fingerprints that are near have at least one in common. */
    public List<String> bands() {
        List<String> bands = new ArrayList<>(BANDS);
        for (int band = 0; band < BANDS; band++) {
            bands.add(band + ":" + Long.toHexString(bits >>> band * BAND_BITS & 0xffff));
        }
        return bands;
    }
}
