/** Rules tried before they act: on history, on test cases and on single texts, and compared with other versions. */
@NullMarked
package dev.tertulia.moderation.backtest;

import org.jspecify.annotations.NullMarked;
