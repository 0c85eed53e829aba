/** The facts about groups, updated by events and refreshed from WhatsApp's answers. */
@NullMarked
package dev.tertulia.groups;

import org.jspecify.annotations.NullMarked;
