package dev.tertulia.action;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Body;
import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Picture;
import dev.tertulia.bot.Template;
import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;

/** Something asked of the Graph API about one group. What values alone could break is refused here, before any HTTP. */
public sealed interface Action {

    /** Whether doing it twice is the same as doing it once. */
    default boolean repeatable() {
        return false;
    }

    /** A free-form message. */
    record FreeForm(Body body, @Nullable String quotes) implements Action {
        public FreeForm {
            if (quotes != null) {
                Ids.message(quotes);
            }
        }
    }

    /** A template message. */
    record TemplateMessage(Template template) implements Action {}

    /**
     * A template with the group's invite link, sent to one person: a phone number or user id.
     */
    record Invite(String person, Template template) implements Action {
        /**
         * Checks it.
         *
         * @throws IllegalArgumentException when the template has no place for the link, or several
         */
        public Invite {
            Ids.person(person);
            if (template.body().stream().filter(Template.INVITE_LINK::equals).count() != 1) {
                throw new InvalidArgument("invite by template " + template.name() + ": give it the group's"
                        + " link once, as in Template.of(\"" + template.name() + "\", Template.INVITE_LINK)");
            }
        }
    }

    /** A participant's message to mark as read; earlier ones are not marked along. */
    record MarkRead(String messageId) implements Action {
        public MarkRead {
            Ids.message(messageId);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A message to hold at the top. */
    record Pin(String messageId, int days) implements Action {
        public Pin {
            Ids.message(messageId);
            if (days < 1 || days > 30) {
                throw new InvalidArgument("pin for " + days + " days: WhatsApp takes 1 to 30");
            }
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A message to let go from the top. */
    record Unpin(String messageId) implements Action {
        public Unpin {
            Ids.message(messageId);
        }

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
                throw new InvalidArgument("remove " + members.size() + " people: WhatsApp takes 1 to 8");
            }
            if (members.stream().distinct().count() < members.size()) {
                throw new InvalidArgument("remove names somebody twice: ", String.valueOf(members), "");
            }
            members.forEach(Ids::person);
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

    /**
     * Another picture of the group. It is kept with the entry until it is sent, so it may not be as large as WhatsApp
     * takes it.
     */
    record ChangePicture(Picture picture) implements Action {

        private static final int MOST_KEPT = 256 * 1024;

        public ChangePicture {
            if (picture.jpeg().length > MOST_KEPT) {
                throw new InvalidArgument("a group's picture of " + picture.jpeg().length + " bytes cannot be"
                        + " kept until it is sent: make it " + MOST_KEPT + " at most, 640 x 640 pixels are plenty; or"
                        + " send it at once with Business.groups().changePicture(…)");
            }
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** A new invite link in place of all earlier ones. */
    record ResetInviteLink() implements Action {}

    /** Join requests to say yes to. */
    record ApproveRequests(List<String> requests) implements Action {
        public ApproveRequests {
            requests = named(requests);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /** Join requests to say no to. */
    record RejectRequests(List<String> requests) implements Action {
        public RejectRequests {
            requests = named(requests);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    private static List<String> named(List<String> requests) {
        if (requests.isEmpty() || requests.stream().anyMatch(String::isBlank)) {
            throw new InvalidArgument("join requests ", String.valueOf(requests), ": give the id of one at least, as"
                    + " JoinRequested has it");
        }
        requests.forEach(request -> Ids.inBody("a join request", request));
        return List.copyOf(requests);
    }

    /** Whether it counts against the rate of messages; else against that of operations on groups. */
    default boolean isMessage() {
        return switch (this) {
            case FreeForm f -> true;
            case TemplateMessage t -> true;
            case Invite i -> true;
            case MarkRead m -> true;
            case Pin p -> true;
            case Unpin u -> true;
            case CreateGroup g -> false;
            case DeleteGroup d -> false;
            case RemoveMembers r -> false;
            case ChangeSettings c -> false;
            case ChangePicture c -> false;
            case ResetInviteLink l -> false;
            case ApproveRequests a -> false;
            case RejectRequests j -> false;
        };
    }
}
