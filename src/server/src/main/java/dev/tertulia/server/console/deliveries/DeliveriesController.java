package dev.tertulia.server.console.deliveries;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

import dev.tertulia.deadletter.DeadLetter;
import dev.tertulia.deadletter.DeadLetterId;
import dev.tertulia.deadletter.DeadLetterKind;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.Form;
import dev.tertulia.server.console.page.GroupNames;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.PrettyJson;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.lines.Lines;

/** The pages of what has left the normal flow. */
@Controller(DeliveriesController.PATH)
@ConsolePage
final class DeliveriesController {

    static final String PATH = "/console/deliveries";

    private static final int MOST_COUNTED = 10_000;
    private static final Export<DeadLetter> FILE = new Export<>("deliveries", List.of(
            new Export.Column<>("id", letter -> letter.id().toString()),
            new Export.Column<>("group", DeadLetter::group),
            new Export.Column<>("since", letter -> letter.since().toString()),
            new Export.Column<>("cause", DeadLetter::cause), new Export.Column<>("code", DeadLetter::code),
            new Export.Column<>("advice", DeadLetter::advice), new Export.Column<>("expires", DeadLetter::expires)));

    private final DeadLetters letters;
    private final Lines lines;
    private final GroupNames names;
    private final InstantSource clock;

    DeliveriesController(DeadLetters letters, Lines lines, GroupNames names, InstantSource clock) {
        this.letters = letters;
        this.lines = lines;
        this.names = names;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> list(ConsoleRequest request) {
        ListQuery query = request.list();
        NumberChoice number = NumberChoice.of(lines, query.get(NumberChoice.PARAMETER));
        DeadLetters own = letters.of(number.chosen());
        Map<DeadLetterKind, Long> counts = own.counts();
        Kind kind = Kind.of(query.get("kind"), counts);
        LetterSearch search = new LetterSearch(own, kind.letters(), query);
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), search.after(null, Export.MOST_ROWS).letters()))
                : request.show("deliveries.jte", page(request, number, kind, search, counts));
    }

    private DeliveriesPage page(ConsoleRequest request, NumberChoice number, Kind kind, LetterSearch search,
            Map<DeadLetterKind, Long> counts) {
        ListQuery query = search.query();
        LetterSearch.Found found = search.after(start(query.after(), kind), ListQuery.PAGE + 1);
        List<DeadLetter> shown = found.letters().stream().limit(ListQuery.PAGE).toList();
        String next = found.letters().size() > ListQuery.PAGE ? query.after(shown.getLast().id().toString()) : null;
        String note = found.complete() ? null : request.texts().get("deliveries.partly", LetterSearch.MOST_SEEN);
        List<DeliveriesPage.Tab> tabs = Stream.of(Kind.values())
                .map(one -> new DeliveriesPage.Tab(one.word(), counts.getOrDefault(one.letters(), 0L),
                        query.with("kind", one.word())))
                .toList();
        Instant now = clock.instant();
        long matching = query.text().isEmpty()
                ? counts.getOrDefault(kind.letters(), 0L)
                : search.until(now, MOST_COUNTED).letters().size();
        return new DeliveriesPage(number, kind.word(), tabs, shown,
                names.of(number.chosen(), shown.stream().map(DeadLetter::group)),
                new ListControls(query, shown.size(), next, note),
                Math.min(matching, MOST_COUNTED), now);
    }

    private static @Nullable DeadLetterId start(@Nullable String after, Kind kind) {
        return parse(after).filter(id -> id.kind() == kind.letters()).orElse(null);
    }

    private static Optional<DeadLetterId> parse(@Nullable String id) {
        try {
            return id == null ? Optional.empty() : Optional.of(DeadLetterId.parse(id));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    @Get("/letters/{id}")
    HttpResponse<byte[]> letter(ConsoleRequest request, @PathVariable String id) {
        NumberChoice number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER));
        Optional<DeadLetter> letter = parse(id).flatMap(letters.of(number.chosen())::find);
        return letter.isEmpty()
                ? request.missing(request.texts().get("deliveries.gone"))
                : request.show("letter.jte", page(number, letter.get()));
    }

    private LetterPage page(NumberChoice number, DeadLetter letter) {
        return new LetterPage(number, Kind.of(letter.kind()).word(), letter,
                names.of(number.chosen(), Stream.of(letter.group())), PrettyJson.of(letter.content()),
                lines.of(number.chosen()).operator().events().markOf(letter).orElse(null));
    }

    @Post("/act")
    HttpResponse<byte[]> act(ConsoleRequest request) {
        Form form = request.form();
        NumberChoice number = NumberChoice.of(lines, form.get(NumberChoice.PARAMETER));
        BulkAction action = BulkAction.of(form.get("action"));
        List<DeadLetterId> ids = form.all("id").stream().flatMap(id -> parse(id).stream()).toList();
        ListQuery back = new ListQuery(PATH, Map.of(NumberChoice.PARAMETER, number.chosen(), "kind", form.get("kind")))
                .searching(form.get("q"));
        if (ids.isEmpty()) {
            return request.redirect(back.first(), new Said(false, request.texts().get("deliveries.none")));
        }
        return request.redirect(back.first(), carryOut(request, action, ids, number));
    }

    @Post("/act-on-all")
    HttpResponse<byte[]> actOnAll(ConsoleRequest request) {
        Form form = request.form();
        NumberChoice number = NumberChoice.of(lines, form.get(NumberChoice.PARAMETER));
        Kind kind = Kind.of(form.get("kind"), Map.of());
        ListQuery back = new ListQuery(PATH, Map.of(NumberChoice.PARAMETER, number.chosen(), "kind", kind.word()))
                .searching(form.get("q"));
        LetterSearch search = new LetterSearch(letters.of(number.chosen()), kind.letters(), back);
        List<DeadLetterId> ids = search.until(moment(form.get("at")), MOST_COUNTED).letters().stream()
                .map(DeadLetter::id).toList();
        if (ids.size() > BulkAction.WITHOUT_CONFIRMATION
                && !form.get("typed").replaceAll("\\D", "").equals(String.valueOf(ids.size()))) {
            return request.redirect(back.first(),
                    new Said(false, request.texts().get("deliveries.confirm", String.valueOf(ids.size()))));
        }
        return request.redirect(back.first(), carryOut(request, BulkAction.of(form.get("action")), ids, number));
    }

    private Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException none) {
            return clock.instant();
        }
    }

    private Said carryOut(ConsoleRequest request, BulkAction action, List<DeadLetterId> ids, NumberChoice number) {
        Said said = action.on(ids, letters.of(number.chosen()), request.texts());
        request.acted("%s of %d letters of %s".formatted(action, ids.size(), number.chosen()));
        return said;
    }
}
