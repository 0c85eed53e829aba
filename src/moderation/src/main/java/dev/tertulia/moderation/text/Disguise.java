package dev.tertulia.moderation.text;

/**
 * What differs between a word and a spelling of it, and whether that is a disguise. One difference alone may be what makes
 * another word: {@code año} is no spelling of {@code ano}, a phone called {@code A55} none of {@code ass}.
 */
final class Disguise {

    /** Below it, digits and signs are taken for what they are. */
    private static final int SHORTEST_WITH_DIGITS = 3;
    private static final int SHORTEST_WITH_DOUBLED = 4;
    /** Letters that hardly any word has twice in a row. */
    private static final String SELDOM_DOUBLED = "aiu";

    private int length;
    private int digits;
    private int signs;
    private int others;
    private int ownLetters;
    private int doubled;
    private boolean seldomDoubled;
    private int foreign;

    /** Notes how an item of a text stands for an item of the word. */
    void count(Item item, Item meant, Word word) {
        length++;
        switch (item.kind()) {
            case DIGIT -> digits += meant.kind() == item.kind() ? 0 : 1;
            case SIGN -> signs += meant.kind() == item.kind() ? 0 : 1;
            default -> letter(item, meant, word);
        }
    }

    private void letter(Item item, Item meant, Word word) {
        if (item.base() != meant.base()) {
            others++;
            foreign |= word.isMixed() || item.script() == meant.script() ? Script.NONE : item.script();
        } else if (item.isOwnLetter() && !meant.isOwnLetter()) {
            ownLetters++;
        } else if (item.isAccented() && !meant.isAccented()) {
            others++;
        }
    }

    /** Notes that letters are written more often than the word has them. */
    void stretch(Item letter, int times, int meant) {
        if (times > 2) {
            others++;
        } else if (times > meant) {
            doubled++;
            seldomDoubled = SELDOM_DOUBLED.indexOf(letter.letter()) >= 0;
        }
    }

    /** Whether it is no number in which letters are digits, as {@code 1b0b8}. */
    boolean hasFewDigits() {
        return digits * 4 <= length;
    }

    int length() {
        return length;
    }

    boolean isCredible(FoldedText text) {
        return areDigitsCredible() && isDoublingCredible() && (ownLetters != 1 || others + digits + signs > 0)
                && !text.isGenuine(foreign);
    }

    private boolean areDigitsCredible() {
        return digits + signs == 0
                || length >= SHORTEST_WITH_DIGITS && digits * 2 <= length && digits + signs < length;
    }

    private boolean isDoublingCredible() {
        return doubled != 1 || others + signs > 0 || seldomDoubled && length >= SHORTEST_WITH_DOUBLED;
    }
}
