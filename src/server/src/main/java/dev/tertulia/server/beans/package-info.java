/** The beans that bots and other beans take, each routed to the line of a phone number. */
@NullMarked
package dev.tertulia.server.beans;

import org.jspecify.annotations.NullMarked;
