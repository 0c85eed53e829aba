package dev.tertulia.redis;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Menu;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.Content;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupCleared;
import dev.tertulia.message.GroupCreated;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.GroupSettingsChanged;
import dev.tertulia.message.GroupSuspended;
import dev.tertulia.message.JoinRequestRevoked;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Left;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.OperationFailed;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.Removed;
import dev.tertulia.message.SendFailed;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.message.TimerFired;
import dev.tertulia.message.Unsupported;
import dev.tertulia.outbox.Progress;

import static java.util.Map.entry;

/**
 * The names under which the records of sealed types are stored. A name here never changes, even if the class is renamed or moved.
 */
final class StoredNames {

    private static final Map<Class<?>, String> EVENTS = Map.ofEntries(entry(GroupMessage.class, "GroupMessage"),
            entry(PrivateMessage.class, "PrivateMessage"), entry(SendFailed.class, "SendFailed"),
            entry(Reaction.class, "Reaction"), entry(Joined.class, "Joined"), entry(Left.class, "Left"),
            entry(Removed.class, "Removed"), entry(MemberChanged.class, "MemberChanged"),
            entry(JoinRequested.class, "JoinRequested"), entry(JoinRequestRevoked.class, "JoinRequestRevoked"),
            entry(GroupCreated.class, "GroupCreated"), entry(GroupDeleted.class, "GroupDeleted"),
            entry(GroupSettingsChanged.class, "GroupSettingsChanged"), entry(GroupSuspended.class, "GroupSuspended"),
            entry(GroupCleared.class, "GroupCleared"), entry(OperationFailed.class, "OperationFailed"),
            entry(OperationEnded.class, "OperationEnded"), entry(MessageStatus.class, "MessageStatus"),
            entry(TimerFired.class, "TimerFired"), entry(AccountUpdated.class, "AccountUpdated"),
            entry(TemplateUpdated.class, "TemplateUpdated"), entry(NumberUpdated.class, "NumberUpdated"),
            entry(Unsupported.class, "Unsupported"));

    private static final Map<Class<?>, String> CONTENTS = Map.of(Content.Text.class, "Text", Content.Media.class,
            "Media", Content.Location.class, "Location", Content.Contacts.class, "Contacts", Content.ButtonTap.class,
            "ButtonTap", Content.ListChoice.class, "ListChoice");

    private static final Map<Class<?>, String> ACTIONS = Map.ofEntries(entry(Message.FreeForm.class, "FreeForm"),
            entry(Message.TemplateMessage.class, "TemplateMessage"), entry(Message.Invite.class, "Invite"),
            entry(Message.MarkRead.class, "MarkRead"), entry(Message.ShowTyping.class, "ShowTyping"),
            entry(Message.Pin.class, "Pin"),
            entry(Message.Unpin.class, "Unpin"), entry(GroupOperation.CreateGroup.class, "CreateGroup"),
            entry(GroupOperation.DeleteGroup.class, "DeleteGroup"),
            entry(GroupOperation.RemoveMembers.class, "RemoveMembers"),
            entry(GroupOperation.ChangeSettings.class, "ChangeSettings"),
            entry(GroupOperation.ChangePicture.class, "ChangePicture"),
            entry(GroupOperation.ResetInviteLink.class, "ResetInviteLink"),
            entry(GroupOperation.ApproveRequests.class, "ApproveRequests"),
            entry(GroupOperation.RejectRequests.class, "RejectRequests"));

    private static final Map<Class<?>, String> BODIES = Map.of(Body.Text.class, "Text", Body.Image.class, "Image",
            Body.Video.class, "Video", Body.Audio.class, "Audio", Body.Document.class, "Document", Body.Sticker.class,
            "Sticker", Menu.Buttons.class, "Buttons", Menu.Choices.class, "Choices");

    private static final Map<Class<?>, String> HEADERS = Map.of(Template.Header.Text.class, "Text",
            Template.Header.Image.class, "Image", Template.Header.Video.class, "Video", Template.Header.Document.class,
            "Document");

    /** The stored names of the records of each sealed type. */
    static final Map<Class<?>, Map<Class<?>, String>> OF = Map.ofEntries(entry(Event.class, EVENTS),
            entry(Content.class, CONTENTS), entry(Action.class, ACTIONS), entry(Body.class, BODIES),
            entry(Attachment.class, Map.of(Attachment.Uploaded.class, "Uploaded", Attachment.Linked.class, "Linked")),
            entry(Template.Header.class, HEADERS),
            entry(Template.Parameter.class,
                    Map.of(Template.Parameter.Text.class, "Text", Template.Parameter.InviteLink.class, "InviteLink")),
            entry(Template.Button.class,
                    Map.of(Template.Button.Url.class, "Url", Template.Button.QuickReply.class, "QuickReply")),
            entry(WhenShut.class,
                    Map.of(WhenShut.UseTemplate.class, "UseTemplate", WhenShut.Hold.class, "Hold", WhenShut.Drop.class,
                            "Drop")),
            entry(Progress.class,
                    Map.of(Progress.Ready.class, "Ready", Progress.Delayed.class, "Delayed",
                            Progress.AwaitingStatus.class, "AwaitingStatus", Progress.Repeated.class, "Repeated")),
            entry(Operation.Status.class,
                    Map.of(Operation.Status.Asked.class, "Asked", Operation.Status.Unclear.class, "Unclear",
                            Operation.Status.Accepted.class, "Accepted", Operation.Status.Ended.class, "Ended")));

    static {
        OF.forEach((sealed, names) -> {
            Set<Class<?>> records = records(sealed).collect(Collectors.toSet());
            if (!records.equals(names.keySet()) || Set.copyOf(names.values()).size() != names.size()) {
                throw new IllegalStateException("each record of " + sealed.getName() + " needs one stored name: "
                        + records + " are not " + names);
            }
        });
    }

    private StoredNames() {}

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(StoredNames::records)
                : Stream.of(type);
    }
}
