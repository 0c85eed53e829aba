/**
 * The operator's settings, read from the environment and {@code config/application.yml} and checked before anything
 * starts.
 */
@NullMarked
package dev.tertulia.server.settings;

import org.jspecify.annotations.NullMarked;
