package dev.tertulia.server.console.events;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

import dev.tertulia.operator.EventLife;
import dev.tertulia.operator.EventLives;
import dev.tertulia.operator.EventLives.Found;
import dev.tertulia.operator.EventLives.Search;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.GroupNames;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.store.JournalEntry;

/** The list of events, and the life of each. */
@Controller(EventsController.PATH)
@ConsolePage
final class EventsController {

    static final String PATH = "/console/events";

    private static final String GROUP = "group";
    private static final Export<JournalEntry> FILE = new Export<>("events", List.of(
            new Export.Column<>("at", JournalEntry::at), new Export.Column<>("step", JournalEntry::step),
            new Export.Column<>("group", JournalEntry::group), new Export.Column<>("event", JournalEntry::mark),
            new Export.Column<>("subject", JournalEntry::subject), new Export.Column<>("detail", JournalEntry::detail),
            new Export.Column<>("until", JournalEntry::until)));

    private final Lines lines;
    private final GroupNames names;

    EventsController(Lines lines, GroupNames names) {
        this.lines = lines;
        this.names = names;
    }

    @Get
    HttpResponse<byte[]> list(ConsoleRequest request) {
        ListQuery query = request.list();
        NumberChoice number = number(query);
        Optional<Export.Format> format = query.format();
        int most = format.isPresent() ? Export.MOST_ROWS : ListQuery.PAGE;
        Found found = lives(number).search(new Search(query.get(GROUP), query.text(), most, Integer.MAX_VALUE),
                format.isPresent() ? null : query.after());
        return format.isPresent()
                ? request.file(FILE.write(format.get(), steps(found)))
                : request.show("events.jte", page(number, query, found));
    }

    private EventsPage page(NumberChoice number, ListQuery query, Found found) {
        String next = found.next() == null ? null : query.after(found.next());
        Stream<String> groups = Stream.concat(Stream.of(query.get(GROUP)),
                found.lives().stream().map(EventLife::group));
        return new EventsPage(number, query.get(GROUP), EventRow.of(found.lives()),
                names.of(number.chosen(), groups), new ListControls(query, found.lives().size(), next, null));
    }

    private static List<JournalEntry> steps(Found found) {
        return found.lives().stream().flatMap(life -> life.steps().stream()).limit(Export.MOST_ROWS).toList();
    }

    @Get("/{mark}")
    HttpResponse<byte[]> event(ConsoleRequest request, @PathVariable String mark) {
        ListQuery query = request.list();
        NumberChoice number = number(query);
        Optional<EventLife> life = lives(number).find(mark);
        if (life.isEmpty()) {
            return request.missing(request.texts().get("events.gone"));
        }
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), life.get().steps()))
                : request.show("event.jte", new EventPage(number, life.get(),
                        names.of(number.chosen(), Stream.of(life.get().group())), query));
    }

    private NumberChoice number(ListQuery query) {
        return NumberChoice.of(lines, query.get(NumberChoice.PARAMETER));
    }

    private EventLives lives(NumberChoice number) {
        return lines.of(number.chosen()).operator().events();
    }
}
