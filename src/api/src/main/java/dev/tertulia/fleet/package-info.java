/** What a bot stores across all groups and private chats of a phone number: counters and logs. */
@NullMarked
package dev.tertulia.fleet;

import org.jspecify.annotations.NullMarked;
