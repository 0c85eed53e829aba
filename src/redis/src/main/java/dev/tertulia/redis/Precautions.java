package dev.tertulia.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a server that takes everything should do beyond that, so that nothing is lost in it. */
final class Precautions {

    private Precautions() {}

    /** What is lacking, each with what to do about it; nothing where the server does not say. */
    static List<String> lacking(String info) {
        Map<String, String> fields = InfoFields.read(info);
        List<String> lacking = new ArrayList<>();
        if ("0".equals(fields.get("aof_enabled"))) {
            lacking.add(
                    "loses what came last when it stops, since it does not append it to a file: set appendonly yes");
        }
        String policy = fields.getOrDefault("maxmemory_policy", "noeviction");
        if (!policy.equals("noeviction")) {
            lacking.add(
                    "throws away what is still needed when its memory is full, since its maxmemory-policy is " + policy
                            + ": set maxmemory-policy noeviction");
        }
        return lacking;
    }
}
