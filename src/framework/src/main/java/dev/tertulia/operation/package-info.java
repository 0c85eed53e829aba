/** What was asked of WhatsApp and is answered later, by webhook: who asked for what, and how it ended. */
@NullMarked
package dev.tertulia.operation;

import org.jspecify.annotations.NullMarked;
