/** The command that makes a project of one's own. */
@NullMarked
package dev.tertulia.server.cli.project;

import org.jspecify.annotations.NullMarked;
