package dev.tertulia.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks that the server's settings do not lose data. */
final class Precautions {

    private Precautions() {}

    /** The problems, each with advice; empty if the server does not tell its settings. */
    static List<String> lacking(String info) {
        Map<String, String> fields = InfoFields.read(info);
        List<String> lacking = new ArrayList<>();
        if ("0".equals(fields.get("aof_enabled"))) {
            lacking.add(
                    "loses its latest data when it stops, because it appends nothing to a file: set appendonly yes");
        }
        String policy = fields.getOrDefault("maxmemory_policy", "noeviction");
        if (!policy.equals("noeviction")) {
            lacking.add(
                    "evicts data that is still needed when its memory is full, because its maxmemory-policy is "
                            + policy
                            + ": set maxmemory-policy noeviction");
        }
        return lacking;
    }
}
