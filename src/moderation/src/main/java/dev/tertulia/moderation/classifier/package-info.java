/** Classifiers of texts over HTTP. */
@NullMarked
package dev.tertulia.moderation.classifier;

import org.jspecify.annotations.NullMarked;
