/** The rule file: what is in force, editor, back-tests, versions, canary. */
@NullMarked
package dev.tertulia.server.console.rules;

import org.jspecify.annotations.NullMarked;
