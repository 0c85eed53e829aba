package dev.tertulia.server.console.numbers;

import java.util.List;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.store.Processes.ProcessState;

/** The page of phone numbers and health. */
@Controller("/console/numbers")
@ConsolePage
final class NumbersController {

    private static final String LIST = "list";
    private static final Export<TemplateRow> TEMPLATES = new Export<>("templates", List.of(
            new Export.Column<>("name", TemplateRow::name), new Export.Column<>("language", TemplateRow::language),
            new Export.Column<>("category", TemplateRow::category),
            new Export.Column<>("status", TemplateRow::status),
            new Export.Column<>("named_by", row -> String.join("; ", row.named()))));
    private static final Export<ProcessState> PROCESSES = new Export<>("processes", List.of(
            new Export.Column<>("name", ProcessState::name), new Export.Column<>("host", ProcessState::host),
            new Export.Column<>("version", ProcessState::version),
            new Export.Column<>("started", ProcessState::started),
            new Export.Column<>("numbers", ProcessState::numbers),
            new Export.Column<>("sends_for", process -> String.join(" ", process.sends())),
            new Export.Column<>("stopping", ProcessState::stopping)));

    private final Lines lines;
    private final NumberReader reader;
    private final LiveProcesses processes;
    private final ProcessChecks process;

    NumbersController(Lines lines, NumberReader reader, LiveProcesses processes, ProcessChecks process) {
        this.lines = lines;
        this.reader = reader;
        this.processes = processes;
        this.process = process;
    }

    @Get
    HttpResponse<byte[]> page(ConsoleRequest request) {
        Optional<Export.Format> format = request.list().format();
        if (format.isPresent()) {
            return request.file(request.query(LIST).equals("processes")
                    ? PROCESSES.write(format.get(), processes.all())
                    : TEMPLATES.write(format.get(),
                            numbers().stream().flatMap(number -> number.templates().stream()).distinct().toList()));
        }
        return request.show("numbers.jte", new NumbersPage(numbers(), processes.all(), processes.own(),
                process.checks(), process.facts(), processes.now()));
    }

    private List<NumberStatus> numbers() {
        return lines.all().stream().map(reader::read).toList();
    }
}
