/** One notice to many groups, sent at low priority. */
@NullMarked
@Stable
package dev.tertulia.broadcast;

import org.jspecify.annotations.NullMarked;

import dev.tertulia.stability.Stable;
