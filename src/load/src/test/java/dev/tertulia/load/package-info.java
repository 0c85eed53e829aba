/** Programs that prove the promises under load and faults: replicas, a Redis and WhatsApp, on one machine. */
@NullMarked
package dev.tertulia.load;

import org.jspecify.annotations.NullMarked;
