package dev.tertulia.server;

import java.util.Map;

/** Runs the contract with the memory store. */
class MemoryLineTest extends LineContract {

    @Override
    Map<String, Object> store() {
        return Map.of("whatsapp.messages-per-second", 500);
    }
}
