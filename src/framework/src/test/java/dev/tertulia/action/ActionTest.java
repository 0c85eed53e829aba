package dev.tertulia.action;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Picture;
import dev.tertulia.bot.Template;
import dev.tertulia.graph.Jpegs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What values alone could break is refused before any HTTP. */
class ActionTest {

    private static void refuses(ThrowingCallable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
    }

    @Test
    void pinsAreFor1To30Days() {
        assertThat(new Message.Pin("wamid.1", 1).days()).isEqualTo(1);
        assertThat(new Message.Pin("wamid.1", 30).days()).isEqualTo(30);
        refuses(() -> new Message.Pin("wamid.1", 0), "pin for 0 days: WhatsApp takes 1 to 30");
        refuses(() -> new Message.Pin("wamid.1", 31), "pin for 31 days: WhatsApp takes 1 to 30");
    }

    @Test
    void oneToEightPeopleAreRemovedEachOnce() {
        List<String> eight = List.of("1", "2", "3", "4", "5", "6", "7", "8");

        assertThat(new GroupOperation.RemoveMembers(eight).members()).isEqualTo(eight);
        refuses(() -> new GroupOperation.RemoveMembers(List.of()), "remove 0 people: WhatsApp takes 1 to 8");
        refuses(() -> new GroupOperation.RemoveMembers(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9")),
                "remove 9 people: WhatsApp takes 1 to 8");
        refuses(() -> new GroupOperation.RemoveMembers(List.of("1", "1")), "remove names somebody twice: [1, 1]");
    }

    @Test
    void settingsKeepWithinTheirLengths() {
        assertThat(new GroupOperation.ChangeSettings("x".repeat(128), "y".repeat(2048)).subject()).hasSize(128);
        assertThat(new GroupOperation.ChangeSettings("\uD83D\uDE00".repeat(128), "\uD83D\uDE00".repeat(2048)).subject())
                .hasSize(256);
        refuses(() -> new GroupOperation.ChangeSettings(null, null),
                "change settings: give a subject or a description");
        refuses(() -> new GroupOperation.ChangeSettings("  ", null),
                "a subject of 0 characters: WhatsApp takes 1 to 128");
        refuses(() -> new GroupOperation.ChangeSettings("x".repeat(129), null),
                "a subject of 129 characters: WhatsApp takes 1 to 128");
        refuses(() -> new GroupOperation.ChangeSettings(null, "y".repeat(2049)),
                "a description of 2049 characters: WhatsApp takes 2048 at most");
    }

    @Test
    void joinRequestsAreNamed() {
        String message = ": give the id of one at least, as JoinRequested has it";
        refuses(() -> new GroupOperation.ApproveRequests(List.of()), "join requests []" + message);
        refuses(() -> new GroupOperation.ApproveRequests(List.of("a", " ")), "join requests [a,  ]" + message);
        refuses(() -> new GroupOperation.RejectRequests(List.of()), "join requests []" + message);
        refuses(() -> new GroupOperation.RejectRequests(List.of("")), "join requests []" + message);
    }

    @Test
    void aPictureThatIsKeptIsSmall() {
        assertThat(new GroupOperation.ChangePicture(new Picture(Jpegs.of(640, 640, 262_144))).repeatable()).isTrue();
        refuses(() -> new GroupOperation.ChangePicture(new Picture(Jpegs.of(640, 640, 262_145))),
                "a group's picture of 262145 bytes cannot be kept until it is sent: make it 262144 at most, 640 x 640"
                        + " pixels are plenty; or send it at once with Business.groups().changePicture(…)");
    }

    @Test
    void anInvitationHasTheLinkOnce() {
        String message = "invite by template come: give it the group's link once, as in Template.of(\"come\","
                + " Template.INVITE_LINK)";
        refuses(() -> new Message.Invite("1", Template.of("come", "Ana")), message);
        refuses(() -> new Message.Invite("1", Template.of("come", Template.INVITE_LINK, Template.INVITE_LINK)),
                message);
    }
}
