/** People over all groups: names, ids, groups, strikes, cases. */
@NullMarked
package dev.tertulia.server.console.people;

import org.jspecify.annotations.NullMarked;
