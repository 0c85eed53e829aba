/** Dispatch: claims groups, takes their events through the stages of a turn, and calls handlers on their own threads. */
@NullMarked
package dev.tertulia.dispatch;

import org.jspecify.annotations.NullMarked;
