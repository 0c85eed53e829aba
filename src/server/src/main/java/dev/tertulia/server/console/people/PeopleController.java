package dev.tertulia.server.console.people;

import java.util.List;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.lines.Lines;

/** The page of people: search, and each with all that is known over all groups. */
@Controller("/console/people")
@ConsolePage
final class PeopleController {

    private static final Export<PersonView> FILE = new Export<>("people", List.of(
            new Export.Column<>("id", PersonView::id), new Export.Column<>("name", PersonView::name),
            new Export.Column<>("ids", person -> String.join(" ", person.ids())),
            new Export.Column<>("groups", person -> String.join(" ",
                    person.groups().stream().map(PersonView.Membership::group).toList())),
            new Export.Column<>("strikes",
                    person -> person.strikes().values().stream().mapToInt(Integer::intValue).sum()),
            new Export.Column<>("cases", person -> person.cases().size()),
            new Export.Column<>("appeals", PersonView::appeals)));

    private final PersonSearch search;
    private final Lines lines;

    PeopleController(PersonSearch search, Lines lines) {
        this.search = search;
        this.lines = lines;
    }

    @Get
    HttpResponse<byte[]> people(ConsoleRequest request) {
        ListQuery query = request.list();
        NumberChoice number = NumberChoice.of(lines, query.get(NumberChoice.PARAMETER));
        List<PersonView> found = search.find(number.chosen(), query.text());
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), found))
                : request.show("people.jte",
                        new PeoplePage(number, found, new ListControls(query, found.size(), null, null)));
    }
}
