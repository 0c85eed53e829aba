/** Operations on groups, whose outcome is reported later by webhooks. */
@NullMarked
package dev.tertulia.operation;

import org.jspecify.annotations.NullMarked;
