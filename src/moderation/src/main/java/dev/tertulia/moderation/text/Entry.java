package dev.tertulia.moderation.text;

/** A word of a list, as it is looked for. */
record Entry(WordList list, String word, FoldedText folded) {

    WordHit hit(int start, int end) {
        return new WordHit(list.id(), word, start, end);
    }
}
