package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What a rule does. */
public sealed interface Action {

    /** Only the case is recorded. */
    record Note(@Nullable String text) implements Action {}

    /** The person gets strikes. */
    record Strike(int count) implements Action {}

    /** The group gets an answer. */
    record Reply(Wording words) implements Action {}

    /** The person gets a private message. */
    record Private(Wording words) implements Action {}

    /** Staff get an alert with the case, and this text if there is one. */
    record Alert(@Nullable String text) implements Action {}

    /**
     * A removal is proposed to staff.
     *
     * @param approvals the number of people who have to approve
     * @param expires   when the proposal lapses
     * @param delay     how long an approved removal waits, so that it can be stopped; zero if it does not
     */
    record ProposeRemoval(int approvals, Duration expires, Duration delay) implements Action {}

    /** The person is removed from the group. This cannot be undone: a removed person cannot come back by link. */
    record Remove() implements Action {}

    /** The bots do not serve the person for a time. */
    record Ignore(Duration time) implements Action {}

    /** The group gets a new invite link, and the old one ends. */
    record ResetLink() implements Action {}

    /** Join requests of the group are left to staff for a time. */
    record HoldRequests(Duration time) implements Action {}

    /** The join request is approved. */
    record Approve() implements Action {}

    /** The join request is rejected. */
    record Reject() implements Action {}

    /**
     * The person is asked in private before the join request is approved.
     *
     * @param within  how long an answer is awaited
     * @param wrong   what follows a wrong answer, or none
     * @param answers what a right answer contains; any answer is right if empty
     * @param buttons the answers to choose from; empty if the person writes
     */
    record Ask(Wording question, Duration within, Wrong wrong, List<String> answers, List<String> buttons)
            implements
                Action {
        public Ask {
            answers = List.copyOf(answers);
            buttons = List.copyOf(buttons);
        }
    }

    /** What follows a wrong answer at the door. */
    enum Wrong {
        /** The join request is rejected. */
        REJECT,
        /** The join request is left to staff. */
        LEAVE
    }
}
