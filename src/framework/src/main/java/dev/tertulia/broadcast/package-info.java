/** One notice to many groups, at low priority: what a bot's author asks for, and how the groups get it by and by. */
@NullMarked
package dev.tertulia.broadcast;

import org.jspecify.annotations.NullMarked;
