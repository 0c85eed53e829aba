/** The checks of an installation that the command {@code doctor} makes. */
@NullMarked
package dev.tertulia.server.doctor;

import org.jspecify.annotations.NullMarked;
