package dev.tertulia.handler;

/** The number of letters that are missing, too many, wrong or swapped between two words (optimal string alignment). */
final class EditDistance {

    private static final int SHORT = 4;

    private EditDistance() {}

    /** Whether one word is likely the other one with a slip: one in a short word, two in a longer one. */
    static boolean isNear(String typed, String word) {
        int distance = between(typed, word);
        return distance > 0 && distance <= (Math.min(typed.length(), word.length()) <= SHORT ? 1 : 2)
                && distance < Math.min(typed.length(), word.length());
    }

    static int between(String one, String other) {
        int[][] distance = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                distance[i][j] = i == 0 ? j : j == 0 ? i : least(distance, one, other, i, j);
            }
        }
        return distance[one.length()][other.length()];
    }

    private static int least(int[][] distance, String one, String other, int i, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(distance[i - 1][j] + 1, distance[i][j - 1] + 1), distance[i - 1][j - 1] + wrong);
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
    }
}
