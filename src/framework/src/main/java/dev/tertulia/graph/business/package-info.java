/** The {@code Business} of one phone number over the Graph API. */
@NullMarked
package dev.tertulia.graph.business;

import org.jspecify.annotations.NullMarked;
