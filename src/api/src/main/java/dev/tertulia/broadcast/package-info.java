/** One notice to many groups, sent at low priority. */
@NullMarked
package dev.tertulia.broadcast;

import org.jspecify.annotations.NullMarked;
