/** Rate limits: lanes over Resilience4j. */
@NullMarked
package dev.tertulia.throttle;

import org.jspecify.annotations.NullMarked;
