package dev.tertulia.turn;

import java.util.Locale;
import java.util.Set;

import dev.tertulia.bot.Account;
import dev.tertulia.bot.Conversation;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Person;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;
import dev.tertulia.turn.SendFactory.Asker;

/** The conversations that a handler can reach in its turn. Their effects are recorded as long as the turn lasts. */
record TurnConversations(SharedTurn shared, Asker asker, TurnScope scope) {

    /** The conversation of the event. */
    Conversation here() {
        String id = shared.event().group();
        if (Origin.isGroup(id)) {
            return group(id);
        }
        String person = Origin.personIn(id);
        return person.isEmpty() ? new OfAccount(Origin.accountNumber(id)) : person(someone(person));
    }

    /** The person of the chat: the writer, or the person whose id the conversation has. */
    private Member someone(String id) {
        Member subject = shared.subject();
        return subject != null && subject.id().equals(id) ? subject : shared.member(id);
    }

    private record OfAccount(String id) implements Account {}

    /** A group, of the turn or another one. */
    Group group(String id) {
        boolean here = id.equals(shared.event().group());
        SendFactory factory = new SendFactory(id, asker);
        GroupFactsView facts = here ? shared.group() : shared.chats().facts(id);
        return new EffectGroup(factory, method -> sink("Group." + method, id, method),
                new EffectGroup.GroupData(new ScopedFacts(facts, id), () -> labels(id), () -> language(id, here),
                        tag -> shared.chats().taggedLast(id, asker.bot(), tag)));
    }

    /** The private chat of a person, of the turn or another one. */
    Person person(Member member) {
        boolean here = Origin.person(member.id()).equals(shared.event().group());
        return new EffectPerson(SendFactory.to(member, asker), method -> sink("Person." + method, member.id(), method),
                member, () -> language(Origin.person(member.id()), here));
    }

    private EffectSink sink(String call, String id, String method) {
        return new ScopedEffectSink(shared.effects(), scope, call, () -> throughGroups(id, method));
    }

    /** The alternative to a call once the turn is over. */
    static String throughGroups(String id, String method) {
        return "take Groups in the bot's constructor and call groups.group(\"" + id + "\")." + method
                + "(…), which acts at once";
    }

    /** The facts, as long as the turn lasts. */
    private final class ScopedFacts implements GroupFactsView {

        private final GroupFactsView facts;
        private final String id;

        ScopedFacts(GroupFactsView facts, String id) {
            this.facts = facts;
            this.id = id;
        }

        @Override
        public GroupFacts get() {
            scope.check("Group.facts", () -> throughGroups(id, "facts"));
            GroupFacts found = facts.get();
            return shared.staff().isEmpty()
                    ? found
                    : found.withPeople(found.members().stream()
                            .map(person -> new GroupFacts.Person(
                                    person.member().asStaff(shared.isStaff(person.member())),
                                    person.since(), person.aliases()))
                            .toList(), found.former());
        }

        @Override
        public Member current(Member member) {
            return facts.current(member);
        }
    }

    private Set<String> labels(String id) {
        scope.check("Group.labels", () -> throughGroups(id, "labels"));
        return shared.effects().labelsOf(id);
    }

    private Locale language(String conversation, boolean here) {
        return here ? shared.dialogues().language() : shared.chats().language(conversation);
    }
}
