/** The API for authors of bots: annotations, replies, and the turn. Most bots need no other package. */
@NullMarked
@Stable
package dev.tertulia.bot;

import org.jspecify.annotations.NullMarked;

import dev.tertulia.stability.Stable;
