package dev.tertulia.action;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Picture;
import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.operation.SettingNames;
import dev.tertulia.throttle.LaneKind;

/** An action that changes a group. It counts against the rate of operations. Repeatable unless its record says otherwise. */
public sealed interface GroupOperation extends Action {

    /** The kind of operation that it requests. */
    Kind kind();

    /** The items that the outcome is reported for, as the webhook names them; empty for the operation as a whole. */
    default List<String> items() {
        return List.of();
    }

    @Override
    default LaneKind lane() {
        return LaneKind.OPERATIONS;
    }

    @Override
    default boolean repeatable() {
        return true;
    }

    @Override
    default Optional<Operation.Request> operation(String conversation, Instant asked) {
        return Optional.of(new Operation.Request(kind(), conversation, items(), 0, asked));
    }

    /**
     * Creates a group. Not repeatable.
     *
     * @param subject          1 to 128 characters
     * @param description      at most 2048 characters
     * @param approvalRequired whether join requests need an approval
     */
    record CreateGroup(String subject, @Nullable String description, boolean approvalRequired)
            implements
                GroupOperation {
        public CreateGroup {
            new ChangeSettings(subject, description);
            subject = subject.strip();
        }

        @Override
        public Kind kind() {
            return Kind.CREATE;
        }

        @Override
        public List<String> items() {
            return List.of(subject);
        }

        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /** Deletes the group. */
    record DeleteGroup() implements GroupOperation {
        @Override
        public Kind kind() {
            return Kind.DELETE;
        }
    }

    /**
     * Removes people from the group.
     *
     * @param members 1 to 8 distinct phone numbers or user ids
     */
    record RemoveMembers(List<String> members) implements GroupOperation {
        public RemoveMembers {
            members = List.copyOf(members);
            if (members.isEmpty() || members.size() > 8) {
                throw new InvalidArgument("remove " + members.size() + " people: WhatsApp takes 1 to 8");
            }
            if (members.stream().distinct().count() < members.size()) {
                throw new InvalidArgument("remove names somebody twice: ", String.valueOf(members), "");
            }
            members.forEach(Ids::person);
        }

        @Override
        public Kind kind() {
            return Kind.REMOVE;
        }

        @Override
        public List<String> items() {
            return members;
        }
    }

    /**
     * Changes the subject, the description, or both.
     *
     * @param subject     1 to 128 characters
     * @param description at most 2048 characters
     */
    record ChangeSettings(@Nullable String subject, @Nullable String description) implements GroupOperation {
        public ChangeSettings {
            if (subject == null && description == null) {
                throw new InvalidArgument("change settings: give a subject or a description");
            }
            if (subject != null && (subject.isBlank() || Characters.count(subject.strip()) > 128)) {
                throw new InvalidArgument(
                        "a subject of " + Characters.count(subject.strip()) + " characters: WhatsApp takes 1 to 128");
            }
            if (description != null && Characters.count(description) > 2048) {
                throw new InvalidArgument(
                        "a description of " + Characters.count(description)
                                + " characters: WhatsApp takes 2048 at most");
            }
        }

        @Override
        public Kind kind() {
            return Kind.SETTINGS;
        }

        @Override
        public List<String> items() {
            return SettingNames.of(subject, description, null);
        }
    }

    /**
     * Changes the group's picture. The picture is stored with the outbox entry until it is sent.
     *
     * @param picture at most 256 KiB, which is less than WhatsApp accepts
     */
    record ChangePicture(Picture picture) implements GroupOperation {

        private static final int MOST_KEPT = 256 * 1024;

        public ChangePicture {
            if (picture.jpeg().length > MOST_KEPT) {
                throw new InvalidArgument("a group's picture of " + picture.jpeg().length + " bytes cannot be"
                        + " kept until it is sent: make it " + MOST_KEPT + " at most, 640 x 640 pixels are plenty; or"
                        + " send it at once with Business.groups().changePicture(…)");
            }
        }

        @Override
        public Kind kind() {
            return Kind.SETTINGS;
        }

        @Override
        public List<String> items() {
            return SettingNames.of(null, null, picture);
        }
    }

    /** Replaces all earlier invite links by a new one. Not repeatable. */
    record ResetInviteLink() implements GroupOperation {
        @Override
        public Kind kind() {
            return Kind.RESET_LINK;
        }

        @Override
        public boolean repeatable() {
            return false;
        }
    }

    /**
     * Approves join requests.
     *
     * @param requests at least one id
     */
    record ApproveRequests(List<String> requests) implements GroupOperation {
        public ApproveRequests {
            requests = checked(requests);
        }

        @Override
        public Kind kind() {
            return Kind.APPROVE;
        }

        @Override
        public List<String> items() {
            return requests;
        }
    }

    /**
     * Rejects join requests.
     *
     * @param requests at least one id
     */
    record RejectRequests(List<String> requests) implements GroupOperation {
        public RejectRequests {
            requests = checked(requests);
        }

        @Override
        public Kind kind() {
            return Kind.REJECT;
        }

        @Override
        public List<String> items() {
            return requests;
        }
    }

    private static List<String> checked(List<String> requests) {
        if (requests.isEmpty() || requests.stream().anyMatch(String::isBlank)) {
            throw new InvalidArgument("join requests ", String.valueOf(requests), ": give the id of one at least, as"
                    + " JoinRequested has it");
        }
        requests.forEach(request -> Ids.inBody("a join request", request));
        return List.copyOf(requests);
    }
}
