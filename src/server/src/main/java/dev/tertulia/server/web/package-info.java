/** The HTTP endpoints of the process. */
@NullMarked
package dev.tertulia.server.web;

import org.jspecify.annotations.NullMarked;
