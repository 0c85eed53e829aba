package dev.tertulia.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message of the business that was accepted.
 *
 * @param readers who gets it
 * @param category service for free-form words, else the template's: marketing, utility or authentication
 * @param opaque what the caller wants to see again in the statuses
 */
record AcceptedMessage(BusinessNumber number, String id, String recipient, boolean toGroup, List<Person> readers,
        String category, @Nullable String opaque) {}
