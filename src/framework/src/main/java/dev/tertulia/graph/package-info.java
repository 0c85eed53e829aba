/** Requests to the Graph API and the meaning of its errors. */
@NullMarked
package dev.tertulia.graph;

import org.jspecify.annotations.NullMarked;
