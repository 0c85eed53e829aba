/** What the process answers over HTTP. */
@NullMarked
package dev.tertulia.server.web;

import org.jspecify.annotations.NullMarked;
