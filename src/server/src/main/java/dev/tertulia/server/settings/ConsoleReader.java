package dev.tertulia.server.settings;

import java.util.Optional;

/** Reader of the console's settings. */
record ConsoleReader(Keys keys) {

    private static final String PASSWORD = "tertulia.console.password";
    private static final String READER = "tertulia.console.reader-password";

    ConsoleSettings read() {
        Optional<String> password = password(PASSWORD);
        Optional<String> reader = password(READER);
        if (reader.isPresent() && password.isEmpty() && !keys.failed(PASSWORD)) {
            keys.note(new BadSettings("%s is set, but %s is not; set both, or neither for a process without a console."
                    .formatted(Keys.name(READER), Keys.name(PASSWORD))));
        }
        if (password.isPresent() && password.equals(reader)) {
            keys.note(new BadSettings("%s and %s are the same; write two passwords, because readers may not act."
                    .formatted(Keys.name(READER), Keys.name(PASSWORD))));
        }
        return new ConsoleSettings(password, reader);
    }

    private Optional<String> password(String key) {
        return keys.text(key).map(text -> keys.oneLine(key, text));
    }
}
