/** What a group is, kept up to date from its events and repaired from WhatsApp's answers. */
@NullMarked
package dev.tertulia.groups;

import org.jspecify.annotations.NullMarked;
