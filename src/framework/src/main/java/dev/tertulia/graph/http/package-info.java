/** The transport of Graph API requests: HTTP, multipart forms, downloads, and a circuit breaker. */
@NullMarked
package dev.tertulia.graph.http;

import org.jspecify.annotations.NullMarked;
