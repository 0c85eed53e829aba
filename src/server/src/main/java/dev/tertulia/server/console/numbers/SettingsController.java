package dev.tertulia.server.console.numbers;

import java.util.List;
import java.util.Optional;

import io.micronaut.context.env.Environment;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.settings.KnownSettings;
import dev.tertulia.server.settings.KnownSettings.Setting;

/** The page of the settings. */
@Controller("/console/settings")
@ConsolePage
final class SettingsController {

    private static final Export<Setting> FILE = new Export<>("settings", List.of(
            new Export.Column<>("name", Setting::variable), new Export.Column<>("value", Setting::value)));

    private final List<Setting> settings;

    SettingsController(Environment environment) {
        this.settings = KnownSettings.of(environment);
    }

    @Get
    HttpResponse<byte[]> page(ConsoleRequest request) {
        ListQuery query = request.list();
        List<Setting> found = settings.stream()
                .filter(setting -> query.matches(setting.variable(), setting.key(), setting.value())).toList();
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), found))
                : request.show("settings.jte",
                        new SettingsPage(found, new ListControls(query, found.size(), null, null)));
    }
}
