/**
 * Pure functions on text, such as the search for words in disguised spellings. Every function takes time and memory linear
 * in the length of the text, whatever its content, and returns positions in the original.
 */
@NullMarked
package dev.tertulia.moderation.text;

import org.jspecify.annotations.NullMarked;
