/** The customer service windows of groups and private chats, and what they allow. */
@NullMarked
package dev.tertulia.window;

import org.jspecify.annotations.NullMarked;
