/** Handlers: methods of bots, found and checked when the program starts, with their triggers and parameters. */
@NullMarked
package dev.tertulia.handler;

import org.jspecify.annotations.NullMarked;
