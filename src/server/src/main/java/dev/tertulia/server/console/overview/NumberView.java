package dev.tertulia.server.console.overview;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A phone number at one moment.
 *
 * @param waiting     events that wait to be handled, and sends that wait to leave
 * @param aside       what has left the normal flow
 * @param oldest      the age of the send that waits longest; {@code null} if none waits
 * @param decisions   how this process decided about sends since it started
 */
public record NumberView(String number, Waiting waiting, Aside aside, @Nullable Duration oldest, List<LaneView> lanes,
        Decisions decisions, CostView costs) {

    /**
     * What waits.
     *
     * @param shut whether deliveries are refused because too much waits
     */
    public record Waiting(long events, long sends, long inHand, boolean shut) {}

    /** What has left the normal flow. */
    public record Aside(long deadEvents, long deadSends, long held, long unknown, long parked, long quarantined) {}

    /** Decisions about sends: free-form, as template, held until the window opens, and dropped. */
    public record Decisions(long freeForm, long template, long held, long dropped) {}

    /**
     * A lane.
     *
     * @param rate       permits per second
     * @param ceiling    the most permits per second
     * @param ahead      how long the next permit takes, such as while the number is paused
     * @param sinceLimit how long ago WhatsApp reported that the rate was exceeded; {@code null} if it never did
     */
    public record LaneView(String name, double rate, double ceiling, Duration ahead,
            @Nullable Duration sinceLimit) {

        /** Whether requests wait for a second or longer. */
        public boolean waits() {
            return ahead.toSeconds() > 0;
        }

        /** Whether WhatsApp's limit has slowed it down. */
        public boolean slowed() {
            return rate < ceiling;
        }
    }
}
