/** The form of a notice, and what would become of it. */
@NullMarked
package dev.tertulia.server.console.notice;

import org.jspecify.annotations.NullMarked;
