/** The parts that all pages of the console share: frame, texts, forms, lists, and the annotation of their controllers. */
@NullMarked
package dev.tertulia.server.console.page;

import org.jspecify.annotations.NullMarked;
