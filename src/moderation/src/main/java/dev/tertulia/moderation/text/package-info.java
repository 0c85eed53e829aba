/**
 * Pure functions on text: what is written, whatever disguise it wears. Every function takes time and memory linear in the
 * text, whatever the text contains, and gives positions in the original.
 */
@NullMarked
package dev.tertulia.moderation.text;

import org.jspecify.annotations.NullMarked;
