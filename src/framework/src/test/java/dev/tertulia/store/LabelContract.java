package dev.tertulia.store;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static dev.tertulia.store.Samples.LONG;
import static dev.tertulia.store.Samples.NOW;
import static dev.tertulia.store.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What a store of labels promises. */
public interface LabelContract extends StoreContract {

    private Labels labels() {
        return stores().labels();
    }

    private static LabelChange on(String group, String label) {
        return new LabelChange(group, label, true);
    }

    private static LabelChange off(String group, String label) {
        return new LabelChange(group, label, false);
    }

    @Test
    default void knowsNoneAtFirst() {
        assertThat(labels().of("g")).isEmpty();
        assertThat(labels().groups("vip")).isEmpty();
        assertThat(labels().all()).isEmpty();
    }

    @Test
    default void findsGroupsByLabelAndLabelsByGroup() {
        labels().change(on("g", "vip"));
        labels().change(on("g", "digest"));
        labels().change(on("h", "vip"));
        labels().change(on("h", "vip"));

        assertThat(labels().of("g")).containsExactlyInAnyOrder("vip", "digest");
        assertThat(labels().groups("vip")).containsExactlyInAnyOrder("g", "h");
        assertThat(labels().groups("digest")).containsExactly("g");
        assertThat(labels().all()).containsExactlyInAnyOrder("vip", "digest");
    }

    @Test
    default void takesALabelOffOneGroup() {
        labels().change(on("g", "vip"));
        labels().change(on("h", "vip"));

        labels().change(off("g", "vip"));
        labels().change(off("g", "never"));

        assertThat(labels().of("g")).isEmpty();
        assertThat(labels().groups("vip")).containsExactly("h");
        assertThat(labels().all()).containsExactly("vip");

        labels().change(off("h", "vip"));

        assertThat(labels().all()).isEmpty();
    }

    @Test
    default void changesWithTheTurnInItsOrder() {
        stores().inbox().accept(List.of(message("g", "1")), NOW);
        Claim claim = stores().inbox().claim(1, LONG).getFirst();
        stores().inbox().open(claim);

        InHand.commit(stores().inbox(), claim, changes(off("g", "vip"), on("g", "vip"), on("g", "a"), off("g", "a")),
                NOW);

        assertThat(labels().of("g")).containsExactly("vip");
    }

    @Test
    default void changesNothingWithAClaimThatWasLost() {
        stores().inbox().accept(List.of(message("g", "1")), NOW);

        InHand.commit(stores().inbox(), new Claim("g", -1, false), changes(on("g", "vip")), NOW);

        assertThat(labels().of("g")).isEmpty();
        assertThat(labels().groups("vip")).isEmpty();
    }

    @Test
    default void refusesWhatIsNoLabelAndNoGroup() {
        assertThatIllegalArgumentException().isThrownBy(() -> on("g", "V I P")).withMessage("'V I P' cannot be a label;"
                + " write 1 to 64 lower-case letters, digits, dots, hyphens and underscores, such as"
                + " group.label(\"vip\")");
        assertThatIllegalArgumentException().isThrownBy(() -> on("account:1", "vip"))
                .withMessage("account:1 is no group, so it cannot bear the label 'vip'");
    }

    private static Effects changes(LabelChange... changes) {
        return new Effects(Map.of(), List.of(), List.of(), List.of(), List.of(changes), null);
    }
}
