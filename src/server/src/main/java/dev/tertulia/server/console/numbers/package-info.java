/** Phone numbers, their health and templates, and the settings of the process. */
@NullMarked
package dev.tertulia.server.console.numbers;

import org.jspecify.annotations.NullMarked;
