package dev.tertulia.bot;

/**
 * The question that a reply asks: {@link OnAnswer} of the same name in the same bot handles the answer.
 *
 * @param name   the name of the question
 * @param anyone whether anyone in the group may answer, and not only the person who wrote
 */
public record Question(String name, boolean anyone) {}
