package dev.tertulia.server.console.numbers;

import java.util.List;

import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.settings.KnownSettings.Setting;

/** The settings, without secrets. */
public record SettingsPage(List<Setting> settings, ListControls list) {}
