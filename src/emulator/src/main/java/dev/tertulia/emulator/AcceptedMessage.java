package dev.tertulia.emulator;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Accepted message of the business.
 *
 * @param readers the recipients
 * @param category service for free-form messages, else the template's: marketing, utility or authentication
 * @param opaque the caller's data, returned in the statuses
 */
record AcceptedMessage(BusinessNumber number, String id, String recipient, boolean toGroup, List<Person> readers,
        String category, @Nullable String opaque) {}
