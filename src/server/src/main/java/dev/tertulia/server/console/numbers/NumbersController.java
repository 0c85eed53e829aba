package dev.tertulia.server.console.numbers;

import java.util.List;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.lines.Lines;

/** The page of phone numbers and health. */
@Controller("/console/numbers")
@ConsolePage
final class NumbersController {

    private final Lines lines;
    private final NumberReader reader;
    private final ProcessChecks process;

    NumbersController(Lines lines, NumberReader reader, ProcessChecks process) {
        this.lines = lines;
        this.reader = reader;
        this.process = process;
    }

    @Get
    HttpResponse<byte[]> page(ConsoleRequest request) {
        List<NumberStatus> numbers = lines.all().stream().map(reader::read).toList();
        return request.show("numbers.jte", new NumbersPage(numbers, process.checks(), process.facts()));
    }
}
