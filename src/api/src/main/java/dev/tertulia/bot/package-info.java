/** The API for authors of bots: annotations, replies, and the turn. Most bots need no other package. */
@NullMarked
package dev.tertulia.bot;

import org.jspecify.annotations.NullMarked;
