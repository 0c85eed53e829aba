package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Template;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.message.Content;
import dev.tertulia.message.Event;
import dev.tertulia.message.Operation;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.store.StartTimer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CodecTest {

    static Stream<Object> everything() {
        return Instances.recordsWithin(Event.class, Send.class, StartTimer.class).stream()
                .flatMap(type -> Instances.of(type).stream());
    }

    @ParameterizedTest
    @MethodSource("everything")
    void readsBackWhatItWrote(Object value) {
        Class<?> kept = Stream
                .of(Event.class, Content.class, Action.class, Body.class, Attachment.class, Template.Header.class,
                        Template.Parameter.class, Template.Button.class, WhenShut.class, Progress.class,
                        Operation.Status.class)
                .filter(sealed -> sealed.isInstance(value)).findFirst().orElse((Class) value.getClass());

        assertThat((Object) Codec.read(Codec.write(value), kept)).isEqualTo(value);
    }

    @Test
    void findsTheRecordsItself() {
        assertThat(Instances.recordsWithin(Event.class, Send.class)).hasSizeGreaterThan(30).contains(Content.Card.class,
                Message.Pin.class, WhenShut.Drop.class, Body.Text.class);
    }

    /** Redis holds these names: a name that changes here loses what was stored before. */
    @Test
    void keepsTheStoredNames() {
        assertThat(namesOf(Event.class)).containsExactly("AccountUpdated", "GroupCleared", "GroupCreated",
                "GroupDeleted", "GroupMessage", "GroupSettingsChanged", "GroupSuspended", "JoinRequestRevoked",
                "JoinRequested", "Joined", "Left", "MemberChanged", "MessageStatus", "NumberUpdated", "OperationEnded",
                "OperationFailed", "PrivateMessage", "Reaction", "Removed", "SendFailed", "TemplateUpdated",
                "TimerFired", "Unsupported");
        assertThat(namesOf(Content.class)).containsExactly("ButtonTap", "Contacts", "ListChoice", "Location",
                "Media", "Text");
        assertThat(namesOf(Action.class)).containsExactly("ApproveRequests", "ChangePicture", "ChangeSettings",
                "CreateGroup", "DeleteGroup", "FreeForm", "Invite", "MarkRead", "Pin", "RejectRequests",
                "RemoveMembers",
                "ResetInviteLink", "ShowTyping", "TemplateMessage", "Unpin");
        assertThat(namesOf(Body.class)).containsExactly("Audio", "Buttons", "Choices", "Document", "Image", "Sticker",
                "Text", "Video");
        assertThat(namesOf(Attachment.class)).containsExactly("Linked", "Uploaded");
        assertThat(namesOf(Template.Header.class)).containsExactly("Document", "Image", "Text", "Video");
        assertThat(namesOf(Template.Parameter.class)).containsExactly("InviteLink", "Text");
        assertThat(namesOf(Template.Button.class)).containsExactly("QuickReply", "Url");
        assertThat(namesOf(WhenShut.class)).containsExactly("Drop", "Hold", "UseTemplate");
        assertThat(namesOf(Progress.class)).containsExactly("AwaitingStatus", "Delayed", "Ready", "Repeated");
        assertThat(namesOf(Operation.Status.class)).containsExactly("Accepted", "Asked", "Ended", "Unclear");
    }

    private static List<String> namesOf(Class<?> sealed) {
        return StoredNames.OF.get(sealed).values().stream().sorted().toList();
    }

    @Test
    void namesEverySealedTypeThatIsStored() {
        Set<Class<?>> unnamed = Instances.recordsWithin(Event.class, Send.class, StartTimer.class).stream()
                .filter(type -> Stream.of(type.getInterfaces()).anyMatch(Class::isSealed))
                .filter(type -> StoredNames.OF.values().stream().noneMatch(names -> names.containsKey(type)))
                .collect(Collectors.toSet());

        assertThat(unnamed).isEmpty();
    }

    @Test
    void leavesOutWhatIsAbsentOrNotInTheRecord() {
        assertThat(Codec.write(new Message.FreeForm(new Body.Text("hi"), null)))
                .isEqualTo("{\"is\":\"FreeForm\",\"body\":{\"is\":\"Text\",\"words\":\"hi\",\"preview\":false}}");
        assertThat(Codec.write(new WhenShut.Drop())).isEqualTo("{\"is\":\"Drop\"}");
    }

    @Test
    void readsWhatANewerVersionAdded() {
        assertThat(Codec.read("{\"is\":\"Text\",\"body\":\"hi\",\"new\":{}}", Content.class))
                .isEqualTo(new Content.Text("hi"));
    }

    @Test
    void refusesARecordItDoesNotKnow() {
        assertThatThrownBy(() -> Codec.read("{\"is\":\"Hologram\"}", Content.class))
                .isInstanceOf(UncheckedIOException.class).hasMessageContaining("Hologram");
    }
}
