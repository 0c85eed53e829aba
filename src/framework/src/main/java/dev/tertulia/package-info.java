/** Tertulia: bots in WhatsApp groups. Here is only how the parts make up a line. */
@NullMarked
package dev.tertulia;

import org.jspecify.annotations.NullMarked;
