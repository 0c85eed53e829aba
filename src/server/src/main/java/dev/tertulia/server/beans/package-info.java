/** Beans for bots and other beans, which route each call to the line of a phone number. */
@NullMarked
package dev.tertulia.server.beans;

import org.jspecify.annotations.NullMarked;
