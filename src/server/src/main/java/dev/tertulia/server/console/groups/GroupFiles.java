package dev.tertulia.server.console.groups;

import java.util.List;

import dev.tertulia.business.JoinRequest;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.moderation.backtest.PastEvent;
import dev.tertulia.server.console.page.Export;

/** The lists on the page of a group, as files. */
final class GroupFiles {

    /** The parameter that names the list. */
    static final String LIST = "list";

    private static final Export<GroupFacts.Person> MEMBERS = new Export<>("members", List.of(
            new Export.Column<>("name", person -> person.member().name()),
            new Export.Column<>("phone", person -> person.member().phone()),
            new Export.Column<>("user_id", person -> person.member().userId()),
            new Export.Column<>("since", GroupFacts.Person::since)));
    private static final Export<JoinRequest> REQUESTS = new Export<>("join-requests", List.of(
            new Export.Column<>("id", JoinRequest::id),
            new Export.Column<>("name", wanting -> wanting.member().name()),
            new Export.Column<>("phone", wanting -> wanting.member().phone()),
            new Export.Column<>("user_id", wanting -> wanting.member().userId()),
            new Export.Column<>("since", JoinRequest::creationTimestamp)));
    private static final Export<PastEvent> MESSAGES = new Export<>("messages", List.of(
            new Export.Column<>("at", PastEvent::at), new Export.Column<>("name", message -> message.person().name()),
            new Export.Column<>("type", PastEvent::type), new Export.Column<>("text", PastEvent::text)));

    private GroupFiles() {}

    /** A list of a page; that of the members unless another one is named. */
    static Export.File write(GroupPage page, String list, Export.Format format) {
        return switch (list) {
            case "requests" -> REQUESTS.write(format, page.requests());
            case "messages" -> MESSAGES.write(format, page.timeline().messages().orElse(List.of()));
            default -> MEMBERS.write(format, page.facts().members());
        };
    }
}
