/** Generator of the static site: pages from Markdown, a search index, and the Javadoc of the API. */
@NullMarked
package dev.tertulia.site;

import org.jspecify.annotations.NullMarked;
