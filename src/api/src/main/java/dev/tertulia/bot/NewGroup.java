package dev.tertulia.bot;

import org.jspecify.annotations.Nullable;

/**
 * A group to create.
 *
 * @param subject          1 to 128 characters
 * @param description      at most 2048 characters
 * @param approvalRequired whether joining requires approval; this cannot be changed later
 */
public record NewGroup(String subject, @Nullable String description, boolean approvalRequired) {

    /** A group that anybody with the link can join. */
    public static NewGroup called(String subject) {
        return new NewGroup(subject, null, false);
    }

    /** The same group with a description. */
    public NewGroup describedAs(String words) {
        return new NewGroup(subject, words, approvalRequired);
    }

    /** The same group, where joining requires approval. */
    public NewGroup withApproval() {
        return new NewGroup(subject, description, true);
    }
}
