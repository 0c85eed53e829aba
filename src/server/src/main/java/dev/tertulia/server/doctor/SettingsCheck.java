package dev.tertulia.server.doctor;

import java.util.List;
import java.util.stream.Collectors;

import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;

/** The settings can be read, and are those of a live installation. */
record SettingsCheck(Settings settings) implements Check {

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public List<Finding> findings() {
        if (settings.demo()) {
            return List.of(Finding.problem(this, "there is no access token, so the server would be the demo",
                    "set WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET, WHATSAPP_VERIFY_TOKEN and"
                            + " WHATSAPP_PHONE_NUMBER_ID to go live"));
        }
        return List.of(Finding.ok(this, "all settings can be read; the numbers are "
                + settings.accounts().stream().map(Account::phoneNumberId).collect(Collectors.joining(", "))));
    }
}
