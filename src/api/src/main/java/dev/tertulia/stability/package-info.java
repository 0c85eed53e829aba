/** The marks of the API: what may be relied on, and what may still change. */
@NullMarked
@Stable
package dev.tertulia.stability;

import org.jspecify.annotations.NullMarked;
