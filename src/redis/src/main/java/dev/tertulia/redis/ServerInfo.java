package dev.tertulia.redis;

import java.util.Map;

import io.lettuce.core.RedisException;

/** The server's information about itself. */
record ServerInfo(String version, boolean cluster) {

    private static final int MAJOR = 6;
    private static final int MINOR = 2;

    /** Says that a server cannot do what is needed. */
    static final class TooOld extends RedisException {

        private static final long serialVersionUID = 1;

        TooOld(String message) {
            super(message);
        }
    }

    /** Reads the answer to INFO. */
    static ServerInfo read(String info) {
        Map<String, String> fields = InfoFields.read(info);
        return new ServerInfo(fields.getOrDefault("redis_version", "unknown"),
                "1".equals(fields.get("cluster_enabled")));
    }

    void refuseIfTooOld() {
        String[] parts = version.split("\\.");
        if (parts.length < 2) {
            return;
        }
        int major = Integer.parseInt(parts[0]);
        if (major < MAJOR || major == MAJOR && Integer.parseInt(parts[1]) < MINOR) {
            throw new TooOld("version " + version + " is too old: " + MAJOR + "." + MINOR + " is needed");
        }
    }
}
