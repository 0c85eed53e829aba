package dev.tertulia.server;

import java.util.Map;

/** The process with its store in memory. */
class MemoryLineTest extends LineContract {

    @Override
    Map<String, Object> store() {
        return Map.of("whatsapp.messages-per-second", 500);
    }
}
