/** The nouns: what WhatsApp tells us, as records that know nothing else. */
@NullMarked
package dev.tertulia.message;

import org.jspecify.annotations.NullMarked;
