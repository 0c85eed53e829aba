/** What the business can ask WhatsApp at once, outside the line: its groups, files, templates, numbers and bills. */
@NullMarked
package dev.tertulia.business;

import org.jspecify.annotations.NullMarked;
