/**
 * Bots as authors write them, well and badly, and what the line makes of them. Their bots are there only for a test
 * that asks for them, so that no other module's program finds them on its class path.
 */
@Configuration
@Requires(env = Bots.ENVIRONMENT)
@NullMarked
package dev.tertulia.handlers;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
