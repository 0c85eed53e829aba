package dev.tertulia.graph;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;

/** Something asked of the Graph API about one group. What values alone could break is refused here, before any HTTP. */
public sealed interface Action {

    /** Whether doing it twice is the same as doing it once. */
    default boolean repeatable() {
        return false;
    }

    /** A free-form message. */
    record FreeForm(Body body, @Nullable String quotes) implements Action {}

    /** A template message. */
    record TemplateMessage(Template template) implements Action {}

    /** A message to hold at the top. */
    record Pin(String messageId, int days) implements Action {
        public Pin {
            if (days < 1 || days > 30) {
                throw new IllegalArgumentException("pin for " + days + " days: WhatsApp takes 1 to 30");
            }
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A message to let go from the top. */
    record Unpin(String messageId) implements Action {
        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** People to remove: phone numbers or user ids, 1 to 8, each once. */
    record RemoveMembers(List<String> members) implements Action {
        public RemoveMembers {
            members = List.copyOf(members);
            if (members.isEmpty() || members.size() > 8) {
                throw new IllegalArgumentException("remove " + members.size() + " people: WhatsApp takes 1 to 8");
            }
            if (members.stream().distinct().count() < members.size()) {
                throw new IllegalArgumentException("remove names somebody twice: " + members);
            }
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A new subject (1 to 128 characters), a new description (at most 2048), or both. */
    record ChangeSettings(@Nullable String subject, @Nullable String description) implements Action {
        public ChangeSettings {
            if (subject == null && description == null) {
                throw new IllegalArgumentException("change settings: give a subject or a description");
            }
            if (subject != null && (subject.isBlank() || subject.strip().length() > 128)) {
                throw new IllegalArgumentException(
                        "a subject of " + subject.strip().length() + " characters: WhatsApp takes 1 to 128");
            }
            if (description != null && description.length() > 2048) {
                throw new IllegalArgumentException(
                        "a description of " + description.length() + " characters: WhatsApp takes 2048 at most");
            }
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A new group: a subject of 1 to 128 characters, a description of at most 2048 if any. */
    record CreateGroup(String subject, @Nullable String description, boolean approvalRequired) implements Action {
        public CreateGroup {
            new ChangeSettings(subject, description);
            subject = subject.strip();
        }
    }

    /** The end of a group, for everybody. */
    record DeleteGroup() implements Action {
        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A new invite link in place of all earlier ones. */
    record ResetInviteLink() implements Action {}

    /** Join requests to say yes to. */
    record ApproveRequests(List<String> requests) implements Action {
        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** Join requests to say no to. */
    record RejectRequests(List<String> requests) implements Action {
        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** Whether it counts against the rate of messages; else against that of operations on groups. */
    default boolean isMessage() {
        return switch (this) {
            case FreeForm f -> true;
            case TemplateMessage t -> true;
            case Pin p -> true;
            case Unpin u -> true;
            case CreateGroup g -> false;
            case DeleteGroup d -> false;
            case RemoveMembers r -> false;
            case ChangeSettings c -> false;
            case ResetInviteLink l -> false;
            case ApproveRequests a -> false;
            case RejectRequests j -> false;
        };
    }
}
