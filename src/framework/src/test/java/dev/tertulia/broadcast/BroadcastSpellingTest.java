package dev.tertulia.broadcast;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.broadcast.Broadcast.Audience;
import dev.tertulia.message.Events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A broadcast that cannot be meant is refused before it starts. */
class BroadcastSpellingTest {

    private static final Notice NEWS = Reply.text("news").orDrop();

    @Test
    void goesToEachGroupOnce() {
        assertThat(Broadcast.toGroups("spring", NEWS, List.of("G", "H", "G")).audience())
                .isEqualTo(new Audience.Groups(List.of("G", "H")));
    }

    @Test
    void wantsANameOfCertainLetters() {
        assertThatIllegalArgumentException().isThrownBy(() -> Broadcast.toLabel("Spring 1:2", NEWS, "vip"))
                .withMessage("'Spring 1:2' cannot name a broadcast; write 1 to 64 lower-case letters, digits, dots,"
                        + " hyphens and underscores, such as \"digest-2026-03-02\"");
    }

    @Test
    void wantsGroups() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Broadcast.toGroups("spring", NEWS, List.of("account:1")))
                .withMessage("'account:1' is no group to broadcast to");
    }

    @Test
    void asksNobodyInParticular() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Broadcast.toLabel("spring", NEWS.asking("day"), "vip"))
                .withMessage("broadcast 'spring' asks one person with asking(\"day\"), and goes to groups; write"
                        + " askingAnyone(\"day\")");
    }

    @Test
    void quotesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Broadcast.toLabel("spring", NEWS.quoting(Events.in("G").says("hi")), "vip"))
                .withMessage("broadcast 'spring' quotes a message, which only one of the groups has; leave quoting(…)"
                        + " out");
    }
}
