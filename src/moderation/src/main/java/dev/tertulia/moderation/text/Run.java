package dev.tertulia.moderation.text;

/**
 * One letter of a word, with its repetitions.
 *
 * @param from the first of its items in the word
 * @param to   the item after its last
 */
record Run(Word word, int from, int to) {

    int length() {
        return to - from;
    }

    Item item(int index) {
        return word.items().get(from + index);
    }

    int start() {
        return word.items().get(from).start();
    }

    int end() {
        return word.items().get(to - 1).end();
    }
}
