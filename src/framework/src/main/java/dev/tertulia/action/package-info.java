/** Requests to WhatsApp about one conversation: messages and group operations. */
@NullMarked
package dev.tertulia.action;

import org.jspecify.annotations.NullMarked;
