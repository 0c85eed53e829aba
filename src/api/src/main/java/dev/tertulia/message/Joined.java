package dev.tertulia.message;

/**
 * A person joining the group, by link or by an approved join request. It opens no window.
 *
 * @param approved whether an approved join request led to it
 */
public record Joined(Origin origin, Member member, boolean approved) implements Event {}
