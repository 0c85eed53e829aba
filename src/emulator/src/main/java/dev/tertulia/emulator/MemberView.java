package dev.tertulia.emulator;

/**
 * A member of a group at one moment.
 *
 * @param id how the control interface calls the person
 * @param name may be empty
 * @param phone digits only; empty when the person withholds the number
 * @param userId the business-scoped user id
 */
public record MemberView(String id, String name, String phone, String userId) {}
