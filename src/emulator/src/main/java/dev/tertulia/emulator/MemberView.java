package dev.tertulia.emulator;

/**
 * Snapshot of a group's member.
 *
 * @param id the person's id in the control interface
 * @param name may be empty
 * @param phone digits only; empty if the person hides the number
 * @param userId the business-scoped user id
 */
public record MemberView(String id, String name, String phone, String userId) {}
