package dev.tertulia.server.console.groups;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Groups;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.Form;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.lines.Lines;

/** The list of groups, and labels of many at once. */
@Controller(GroupsController.PATH)
@ConsolePage
final class GroupsController {

    static final String PATH = "/console/groups";

    private static final Export<GroupRow> FILE = new Export<>("groups", List.of(
            new Export.Column<>("id", GroupRow::id), new Export.Column<>("subject", GroupRow::subject),
            new Export.Column<>("members", GroupRow::people),
            new Export.Column<>("window_until", GroupRow::openUntil),
            new Export.Column<>("last_activity", GroupRow::lastActivity),
            new Export.Column<>("suspended", GroupRow::suspended)));

    private final GroupSearch search;
    private final GroupIndex index;
    private final Groups groups;
    private final Lines lines;
    private final InstantSource clock;

    GroupsController(GroupSearch search, GroupIndex index, Groups groups, Lines lines, InstantSource clock) {
        this.search = search;
        this.index = index;
        this.groups = groups;
        this.lines = lines;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> list(ConsoleRequest request) {
        ListQuery query = request.list();
        NumberChoice number = NumberChoice.of(lines, query.get(NumberChoice.PARAMETER));
        List<GroupRow> found = search.find(number.chosen(), query);
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), found))
                : request.show("groups.jte", page(number, query, found));
    }

    private GroupsPage page(NumberChoice number, ListQuery query, List<GroupRow> found) {
        int start = start(found, query.after());
        List<GroupRow> shown = found.stream().skip(start).limit(ListQuery.PAGE).toList();
        String next = start + shown.size() < found.size() ? query.after(shown.getLast().id()) : null;
        Groups own = groups.of(number.chosen());
        return new GroupsPage(number, query.get(GroupSearch.LABEL),
                shown.stream().map(group -> new GroupsPage.Row(group, own.group(group.id()).labels())).toList(),
                new ListControls(query, shown.size(), next, null), found.size(), index.missing(number.chosen()),
                clock.instant());
    }

    private static int start(List<GroupRow> found, @Nullable String after) {
        return after == null
                ? 0
                : IntStream.range(0, found.size()).filter(i -> found.get(i).id().equals(after)).findFirst().orElse(-1)
                        + 1;
    }

    @Post("/labels")
    HttpResponse<byte[]> label(ConsoleRequest request) {
        Form form = request.form();
        NumberChoice number = NumberChoice.of(lines, form.get(NumberChoice.PARAMETER));
        ListQuery query = new ListQuery(PATH, Map.of(NumberChoice.PARAMETER, number.chosen()))
                .with(Map.of(GroupSearch.LABEL, form.get("of"), "q", form.get("q")));
        boolean all = form.get("which").equals("all");
        List<String> ids = all
                ? search.find(number.chosen(), query).stream().map(GroupRow::id).toList()
                : form.all("id");
        String typed = form.get("typed").replaceAll("\\D", "");
        if (ids.isEmpty() || all && ids.size() > GroupsPage.WITHOUT_CONFIRMATION
                && !typed.equals(String.valueOf(ids.size()))) {
            String why = ids.isEmpty()
                    ? request.texts().get("deliveries.none")
                    : request.texts().get("deliveries.confirm", String.valueOf(ids.size()));
            return request.redirect(query.first(), new Said(false, why));
        }
        return request.redirect(query.first(), change(request, number, ids));
    }

    private Said change(ConsoleRequest request, NumberChoice number, List<String> ids) {
        String label = request.form().get("label");
        boolean on = !request.form().get("action").equals("remove");
        int done = 0;
        try {
            Groups own = groups.of(number.chosen());
            for (String id : ids) {
                if (on) {
                    own.group(id).label(label);
                } else {
                    own.group(id).unlabel(label);
                }
                done++;
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new Said(false, request.texts().get("groups.labelled", done, label) + " " + e.getMessage());
        }
        request.acted("%s the label %s of %d groups of %s".formatted(on ? "set" : "removed", label, done,
                number.chosen()));
        return new Said(true, request.texts().get(on ? "groups.labelled" : "groups.unlabelled", done, label));
    }
}
