/** What the log shows, without secrets and without control characters. */
@NullMarked
package dev.tertulia.server.logging;

import org.jspecify.annotations.NullMarked;
