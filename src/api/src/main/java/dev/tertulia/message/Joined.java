package dev.tertulia.message;

/**
 * A person came into the group, by link or because a join request was approved. Opens no window.
 *
 * @param approved whether the business approved a join request for it
 */
public record Joined(Origin origin, Member member, boolean approved) implements Event {}
