package dev.tertulia.emulator;

/**
 * A group to be created.
 *
 * @param description empty for none
 * @param approvalRequired whether people who follow the invite link need approval
 */
record GroupCreation(BusinessNumber number, String subject, String description, boolean approvalRequired) {}
