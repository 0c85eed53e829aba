/** What was put aside, and waits for a person or an event: listed, looked at, retried, discarded. */
@NullMarked
package dev.tertulia.aside;

import org.jspecify.annotations.NullMarked;
