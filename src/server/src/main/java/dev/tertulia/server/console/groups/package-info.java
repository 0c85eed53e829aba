/** Groups: search, labels, and the page of each. */
@NullMarked
package dev.tertulia.server.console.groups;

import org.jspecify.annotations.NullMarked;
