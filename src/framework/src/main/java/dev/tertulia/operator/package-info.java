/** The operator's view of a phone number: its groups, broadcasts and dead letters. */
@NullMarked
package dev.tertulia.operator;

import org.jspecify.annotations.NullMarked;
