package dev.tertulia.redis;

import java.io.UncheckedIOException;
import java.util.List;
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
                        Template.Parameter.class, Template.Button.class, WhenShut.class, Progress.class)
                .filter(sealed -> sealed.isInstance(value)).findFirst().orElse((Class) value.getClass());

        assertThat((Object) Codec.read(Codec.write(value), kept)).isEqualTo(value);
    }

    @Test
    void findsTheRecordsItself() {
        assertThat(Instances.recordsWithin(Event.class, Send.class)).hasSizeGreaterThan(30).contains(Content.Card.class,
                Message.Pin.class, WhenShut.Drop.class, Body.Text.class);
    }

    /** What lies in Redis names these: a record that is renamed here loses what was written before. */
    @Test
    void keepsTheNamesThatLieInRedis() {
        List<String> names = Instances.recordsWithin(Event.class, Send.class).stream()
                .filter(type -> Stream.of(type.getInterfaces()).anyMatch(Class::isSealed)).map(Class::getSimpleName)
                .toList();

        assertThat(names).containsExactlyInAnyOrder("GroupMessage", "Text", "Media", "Location", "Contacts",
                "ButtonTap", "Reaction", "Joined", "Left", "Removed", "MemberChanged", "JoinRequested",
                "JoinRequestRevoked", "GroupCreated", "GroupDeleted", "GroupSettingsChanged", "GroupSuspended",
                "GroupCleared", "OperationFailed", "OperationEnded", "MessageStatus", "TimerFired", "AccountUpdated",
                "TemplateUpdated", "NumberUpdated", "Unsupported",
                "FreeForm", "Text",
                "TemplateMessage", "Pin", "Unpin", "RemoveMembers", "ChangeSettings", "CreateGroup", "DeleteGroup",
                "ResetInviteLink", "ApproveRequests", "RejectRequests", "UseTemplate", "Hold", "Drop", "Image",
                "Video", "Audio", "Document", "Sticker", "Uploaded", "Linked", "Text", "Image", "Video", "Document",
                "Text", "InviteLink", "Url", "QuickReply", "Invite", "MarkRead", "ChangePicture", "Ready", "Delayed",
                "AwaitingStatus", "Repeated");
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
