/** Programs that test the guarantees under load and faults, with replicas, Redis and WhatsApp on one machine. */
@NullMarked
package dev.tertulia.load;

import org.jspecify.annotations.NullMarked;
