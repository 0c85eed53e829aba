/** Direct access to the Graph API, outside of the line: groups, media, templates, numbers and prices. */
@NullMarked
@Stable
package dev.tertulia.business;

import org.jspecify.annotations.NullMarked;

import dev.tertulia.stability.Stable;
