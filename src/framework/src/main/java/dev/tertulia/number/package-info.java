/** What all steps of one phone number's line share. */
@NullMarked
package dev.tertulia.number;

import org.jspecify.annotations.NullMarked;
