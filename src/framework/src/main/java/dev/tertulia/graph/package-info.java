/** The way out: requests to the Graph API, and what its errors mean for us. */
@NullMarked
package dev.tertulia.graph;

import org.jspecify.annotations.NullMarked;
