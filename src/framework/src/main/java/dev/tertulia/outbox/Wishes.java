package dev.tertulia.outbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.message.Operation.Kind;
import dev.tertulia.message.Operation.Wish;
import dev.tertulia.operation.SettingNames;

/** What an entry wishes for, if it asks for an operation and not for a message. */
final class Wishes {

    private Wishes() {}

    static @Nullable Wish of(Send send) {
        return switch (send.action()) {
            case Action.FreeForm message -> null;
            case Action.TemplateMessage message -> null;
            case Action.Invite invitation -> null;
            case Action.MarkRead mark -> null;
            case Action.CreateGroup create -> wish(send, Kind.CREATE, List.of(create.subject()));
            case Action.DeleteGroup delete -> wish(send, Kind.DELETE, List.of());
            case Action.RemoveMembers remove -> wish(send, Kind.REMOVE, remove.members());
            case Action.ChangeSettings change ->
                wish(send, Kind.SETTINGS, SettingNames.of(change.subject(), change.description(), null));
            case Action.ChangePicture change ->
                wish(send, Kind.SETTINGS, SettingNames.of(null, null, change.picture()));
            case Action.ResetInviteLink reset -> wish(send, Kind.RESET_LINK, List.of());
            case Action.ApproveRequests approve -> wish(send, Kind.APPROVE, approve.requests());
            case Action.RejectRequests reject -> wish(send, Kind.REJECT, reject.requests());
            case Action.Pin pin ->
                new Wish(Kind.PIN, send.group(), List.of(pin.messageId()), pin.days(), send.created());
            case Action.Unpin unpin -> wish(send, Kind.UNPIN, List.of(unpin.messageId()));
        };
    }

    private static Wish wish(Send send, Kind kind, List<String> items) {
        return new Wish(kind, send.group(), items, 0, send.created());
    }
}
