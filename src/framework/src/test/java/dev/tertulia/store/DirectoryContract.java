package dev.tertulia.store;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.message.Member;
import dev.tertulia.store.PeopleDirectory.Entry;

import static dev.tertulia.store.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What a directory of people promises. */
public interface DirectoryContract extends StoreContract {

    private PeopleDirectory people() {
        return stores().people();
    }

    private static Member of(@Nullable String userId, @Nullable String phone) {
        return new Member(userId, phone, null, null);
    }

    private String meet(@Nullable String userId, @Nullable String phone, String group, int second) {
        return people().meet(of(userId, phone), group, NOW.plusSeconds(second)).id();
    }

    private @Nullable String change(Member before, Member after) {
        return people().change(before, after, NOW.plusSeconds(100)).map(Entry::id).orElse(null);
    }

    @Test
    default void thePhoneComesFirstThenBothThenTheUserIdAlone() {
        assertThat(meet(null, "1", "g", 0)).isEqualTo("1");
        assertThat(meet("US.1", "1", "g", 1)).isEqualTo("1");
        assertThat(meet("US.1", null, "h", 2)).isEqualTo("1");
        assertThat(people().groups("1")).containsExactlyInAnyOrder("g", "h");
    }

    @Test
    default void theUserIdIsTheIdOfWhoIsMetWithBoth() {
        assertThat(meet("US.1", "1", "g", 0)).isEqualTo("US.1");
        assertThat(meet(null, "1", "g", 1)).isEqualTo("US.1");
        assertThat(meet("US.2", "2", "g", 2)).isEqualTo("US.2");
    }

    @Test
    default void aNewPhoneOfAUserIdIsLearned() {
        meet("US.1", "1", "g", 0);

        assertThat(meet("US.1", "2", "g", 1)).isEqualTo("US.1");
        assertThat(meet(null, "2", "g", 2)).isEqualTo("US.1");
    }

    @Test
    default void twoWhoTurnOutToBeOneAreTheOlderOne() {
        meet("US.1", null, "g", 1);
        meet(null, "1", "h", 0);

        Entry one = people().meet(of("US.1", "1"), "i", NOW.plusSeconds(2));

        assertThat(one).isEqualTo(new Entry("1", List.of("US.1")));
        assertThat(people().meet(of("US.1", "1"), "i", NOW.plusSeconds(2))).isEqualTo(one);
        assertThat(people().groups("US.1")).containsExactly("g");

        people().moved("US.1", "1");
        people().moved("US.1", "1");

        assertThat(people().meet(of("US.1", null), "g", NOW.plusSeconds(3))).isEqualTo(new Entry("1", List.of()));
        assertThat(people().groups("US.1")).isEmpty();
        assertThat(people().groups("1")).containsExactlyInAnyOrder("g", "h", "i");
    }

    @Test
    default void aPhoneThatComesWithAnotherUserIdChangedHands() {
        meet("US.1", "1", "g", 0);

        assertThat(meet("US.2", "1", "g", 1)).isEqualTo("US.2");
        assertThat(meet(null, "1", "g", 2)).isEqualTo("US.2");
        assertThat(meet("US.1", null, "g", 3)).isEqualTo("US.1");
    }

    @Test
    default void aChangeIsTheSamePersonUnderAllThatIsNew() {
        meet("US.1", "1", "g", 0);

        assertThat(change(of("US.1", "1"), of("US.2", "2"))).isEqualTo("US.1");
        assertThat(change(of("US.1", "1"), of("US.2", "2"))).isEqualTo("US.1");

        assertThat(meet("US.2", null, "g", 200)).isEqualTo("US.1");
        assertThat(meet(null, "2", "g", 200)).isEqualTo("US.1");
        assertThat(meet("US.1", null, "g", 200)).isEqualTo("US.1");
    }

    @Test
    default void aChangeThatTellsPhonesAloneLeavesTheUserIdOpen() {
        meet("US.1", "1", "g", 0);

        assertThat(change(of(null, "1"), of(null, "2"))).isEqualTo("US.1");
        assertThat(change(of(null, "1"), of(null, "2"))).isEqualTo("US.1");

        assertThat(meet("US.9", "2", "g", 200)).isEqualTo("US.1");
    }

    @Test
    default void aChangeThatTellsUserIdsAlone() {
        meet("US.1", "1", "g", 0);

        assertThat(change(of("US.1", null), of("US.2", null))).isEqualTo("US.1");

        assertThat(meet("US.2", "7", "g", 200)).isEqualTo("US.1");
    }

    @Test
    default void aChangeOfNobodyKnownIsNobodys() {
        assertThat(change(of("US.1", "1"), of("US.2", "2"))).isNull();
        assertThat(meet("US.2", "2", "g", 200)).isEqualTo("US.2");
    }

    @Test
    default void whoWasMetUnderTheNewIdentityBeforeTheChangeWasToldIsMerged() {
        meet("US.1", "1", "g", 0);
        meet("US.2", "2", "g", 1);

        assertThat(people().change(of("US.1", "1"), of("US.2", "2"), NOW.plusSeconds(2)))
                .contains(new Entry("US.1", List.of("US.2")));
    }

    @Test
    default void aFormerPhoneIsFreeForSomebodyElse() {
        meet(null, "1", "g", 0);
        change(of(null, "1"), of(null, "2"));

        assertThat(meet(null, "1", "h", 200)).isEqualTo("1.2");
        assertThat(meet("US.3", "1", "h", 201)).isEqualTo("1.2");
        assertThat(meet(null, "2", "g", 202)).isEqualTo("1");
    }

    @Test
    default void aNewPhoneThatWasSomebodyElsesBringsThemNotAlong() {
        meet("US.1", "1", "g", 0);
        meet("US.5", "5", "h", 0);

        assertThat(change(of("US.1", "1"), of("US.2", "5"))).isEqualTo("US.1");

        assertThat(meet("US.5", null, "h", 200)).isEqualTo("US.5");
        assertThat(meet(null, "5", "g", 200)).isEqualTo("US.1");
    }

    @Test
    default void whoLeavesAGroupIsInTheOthers() {
        meet("US.1", null, "g", 0);
        meet("US.1", null, "h", 0);
        meet("US.12", null, "i", 0);

        people().left("US.1", "g");
        people().left("US.1", "never");

        assertThat(people().groups("US.1")).containsExactly("h");
        assertThat(people().groups("nobody")).isEmpty();
    }

    @Test
    default void whoIsInNoGroupYetHasAnIdToo() {
        assertThat(people().meet(of(null, "1"), null, Instant.EPOCH)).isEqualTo(new Entry("1", List.of()));
        assertThat(people().groups("1")).isEmpty();
    }
}
