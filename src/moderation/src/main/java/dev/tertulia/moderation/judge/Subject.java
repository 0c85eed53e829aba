package dev.tertulia.moderation.judge;

import java.util.Set;

import dev.tertulia.message.Origin;
import dev.tertulia.moderation.rules.On;

/**
 * An event that rules judge.
 *
 * @param labels of the group
 * @param author the person concerned: who wrote the message, or wants to join
 * @param post   the message; {@link Post#NONE} for joins and join requests
 */
public record Subject(On on, Origin origin, Set<String> labels, Author author, Post post) {

    public Subject {
        labels = Set.copyOf(labels);
    }
}
