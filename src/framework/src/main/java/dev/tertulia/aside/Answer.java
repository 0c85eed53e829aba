package dev.tertulia.aside;

/**
 * What came of a wish of the operator's.
 *
 * @param done  whether it was done
 * @param words what that means, or why not
 */
public record Answer(boolean done, String words) {

    static final Answer GONE = new Answer(false, "it is not there any more");
}
