package dev.tertulia.handlers;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.tertulia.TestLine;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAccountUpdate;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnJoin;
import dev.tertulia.bot.OnNumberUpdate;
import dev.tertulia.bot.OnTemplateUpdate;
import dev.tertulia.bot.Reply;
import dev.tertulia.journal.Step;
import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.AccountUpdated.Kind;
import dev.tertulia.message.AccountUpdated.Restriction;
import dev.tertulia.message.Events;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.message.TemplateUpdated.Aspect;

import static dev.tertulia.message.Events.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What WhatsApp does to the account is an alarm, and what it forbids waits. */
class AccountTest {

    private static final String BY_BUSINESS = "RESTRICTED_BIZ_INITIATED_MESSAGING";
    private static final Instant END = NOW.plus(Duration.ofDays(3));

    @Bot
    static final class WelcomingBot {

        @OnJoin
        Notice welcome() {
            return Reply.text("welcome").orTemplate("welcome", "Ana");
        }

        @OnCommand("ping")
        String ping() {
            return "pong";
        }

        @OnAccountUpdate
        void account(AccountUpdated update) {}

        @OnTemplateUpdate
        void template(TemplateUpdated update) {}

        @OnNumberUpdate
        void number(NumberUpdated update) {}
    }

    private final TestLine line = Bots.line(WelcomingBot.class);
    private final Events group = Events.in("G");
    private int told;

    private Origin origin() {
        return new Origin(Events.NUMBER, "", Origin.account(Events.NUMBER), line.clock().instant(), "told" + ++told);
    }

    private void told(Kind kind, Restriction... restrictions) {
        line.receive(new AccountUpdated(origin(), kind, List.of(restrictions), null));
    }

    private void restricted(String type, @Nullable Instant until) {
        told(Kind.RESTRICTED, new Restriction(type, until));
    }

    @Test
    void whatARestrictionForbidsWaitsUntilItEnds() {
        restricted(BY_BUSINESS, END);
        line.receive(group.joins());

        assertThat(line.said()).isEmpty();
        assertThat(line.journal(Step.HELD)).containsExactly("WhatsApp restricts the account until " + END + " ("
                + BY_BUSINESS + "): it waits until then");
        assertThat(line.journal(Step.DEAD)).isEmpty();

        line.advance(Duration.ofDays(3).minusSeconds(1));
        assertThat(line.said()).isEmpty();
        line.advance(Duration.ofSeconds(1));
        assertThat(line.said()).containsExactly("template welcome");
    }

    @Test
    void whatItDoesNotForbidLeaves() {
        restricted(BY_BUSINESS, END);
        line.receive(group.joins());

        line.receive(group.says("/ping"));

        assertThat(line.said()).containsExactlyInAnyOrder("welcome", "pong");
    }

    @Test
    void answersMayBeForbiddenToo() {
        restricted("RESTRICTED_CUSTOMER_INITIATED_MESSAGING", NOW.plus(Duration.ofHours(2)));
        line.receive(group.says("/ping"));
        assertThat(line.said()).isEmpty();

        line.advance(Duration.ofHours(2));

        assertThat(line.said()).containsExactly("pong");
    }

    @Test
    void restrictionsOfOtherThingsForbidNothing() {
        restricted("RESTRICTED_ADD_PHONE_NUMBER_ACTION", END);

        line.receive(group.joins(), group.says("/ping"));

        assertThat(line.said()).hasSize(2);
        assertThat(line.journal(Step.ACCOUNT_TROUBLE)).containsExactly("WhatsApp restricts the account:"
                + " RESTRICTED_ADD_PHONE_NUMBER_ACTION until " + END + "; what that forbids waits");
    }

    @Test
    void aDisabledAccountSendsNothingUntilItIsReinstated() {
        told(Kind.DISABLED);
        line.receive(group.joins(), Events.in("H").says("/ping"));
        line.advance(Duration.ofDays(2));
        assertThat(line.said()).isEmpty();

        told(Kind.REINSTATED);

        assertThat(line.said()).contains("template welcome");
        assertThat(line.journal(Step.ACCOUNT_TROUBLE))
                .containsExactly("the account is disabled; nothing is sent until it is reinstated");
        assertThat(line.journal(Step.ACCOUNT_REINSTATED))
                .containsExactly("the account is reinstated; what waited leaves");
    }

    @Test
    void whatIsForbiddenNoMoreLeavesAtOnce() {
        restricted(BY_BUSINESS, null);
        line.receive(group.joins());
        assertThat(line.said()).isEmpty();

        told(Kind.RESTRICTED);

        assertThat(line.said()).containsExactly("template welcome");
    }

    @Test
    void anOlderDeliveryUndoesNoNewerOne() {
        Origin old = origin();
        line.advance(Duration.ofMinutes(5));
        told(Kind.REINSTATED);

        line.receive(new AccountUpdated(old, Kind.DISABLED, List.of(), null));
        line.receive(group.joins());

        assertThat(line.said()).containsExactly("template welcome");
    }

    @Test
    void anOlderReinstatementUndoesNoNewerBan() {
        Origin old = origin();
        line.advance(Duration.ofMinutes(5));
        told(Kind.DISABLED);

        line.receive(new AccountUpdated(old, Kind.REINSTATED, List.of(), null));
        line.receive(group.joins());

        assertThat(line.said()).isEmpty();
    }

    @Test
    void anOlderRestrictionIsNotBackAfterItsEnd() {
        Origin old = origin();
        line.advance(Duration.ofMinutes(5));
        told(Kind.RESTRICTED);

        line.receive(new AccountUpdated(old, Kind.RESTRICTED, List.of(new Restriction(BY_BUSINESS, null)), null));
        line.receive(group.joins());

        assertThat(line.said()).containsExactly("template welcome");
    }

    @Test
    void anOlderEndOfRestrictionsEndsNoNewerOne() {
        Origin old = origin();
        line.advance(Duration.ofMinutes(5));
        restricted(BY_BUSINESS, END);

        line.receive(new AccountUpdated(old, Kind.RESTRICTED, List.of(), null));
        line.receive(group.joins());

        assertThat(line.said()).isEmpty();
    }

    @Test
    void anOlderRestrictionOfAnotherTypeIsAdded() {
        Origin old = origin();
        line.advance(Duration.ofMinutes(5));
        restricted("RESTRICTED_CUSTOMER_INITIATED_MESSAGING", END);

        line.receive(new AccountUpdated(old, Kind.RESTRICTED, List.of(new Restriction(BY_BUSINESS, END)), null));
        line.receive(group.joins(), group.says("/ping"));

        assertThat(line.said()).isEmpty();
    }

    @Test
    void survivesARestart() {
        restricted(BY_BUSINESS, END);

        TestLine restarted = line.restarted();
        restarted.receive(group.joins());

        assertThat(restarted.said()).isEmpty();
        restarted.advance(Duration.ofDays(3));
        assertThat(restarted.said()).containsExactly("template welcome");
    }

    @Test
    void measuresThatForbidNothingAreAlarmsToo() {
        told(Kind.VIOLATION);
        told(Kind.DISABLING_SCHEDULED);
        told(Kind.PARTNER_REMOVED);
        line.receive(group.joins());

        assertThat(line.said()).hasSize(1);
        assertThat(line.journal(Step.ACCOUNT_TROUBLE)).containsExactly(
                "the account broke a policy; see WhatsApp Manager before it is restricted",
                "the account will be disabled; appeal in WhatsApp Manager",
                "the partner has no access to the account any more; sends will be refused");
    }

    private void template(Aspect aspect, @Nullable String before, String now) {
        line.receive(new TemplateUpdated(origin(), "welcome", "en", aspect, before, now, null));
    }

    @Test
    void aTemplateThatIsNotWellIsAnAlarm() {
        template(Aspect.STATUS, null, "PAUSED");
        template(Aspect.STATUS, null, "APPROVED");
        template(Aspect.CATEGORY, "UTILITY", "MARKETING");
        template(Aspect.QUALITY, "GREEN", "RED");
        template(Aspect.QUALITY, "RED", "GREEN");

        assertThat(line.journal(Step.TEMPLATE_TROUBLE)).containsExactly(
                "the status of template welcome in en is PAUSED; sends of it are refused while that lasts",
                "the category of template welcome in en is MARKETING, no longer UTILITY; it is charged as such",
                "the quality of template welcome in en is RED, no longer GREEN; it may be paused");
        assertThat(line.journal(Step.HANDLED)).hasSize(5).containsOnly("WelcomingBot.template(TemplateUpdated)");
    }

    @Test
    void aNumberThatIsFlaggedIsAnAlarm() {
        Origin origin = origin();
        line.receive(new NumberUpdated(new Origin(origin.number(), "15550783881", origin.group(), origin.at(), "key"),
                "FLAGGED", null), new NumberUpdated(origin, "THROUGHPUT_UPGRADE", null));

        assertThat(line.journal(Step.NUMBER_TROUBLE)).containsExactly("WhatsApp says FLAGGED of the number 15550783881:"
                + " people block or report it; look at its quality in WhatsApp Manager");
    }
}
