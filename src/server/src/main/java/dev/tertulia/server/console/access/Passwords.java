package dev.tertulia.server.console.access;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.server.settings.ConsoleSettings;

/** The passwords of the roles. A comparison takes the same time whether it succeeds or not. */
final class Passwords {

    private final Hmac secret;
    private final Map<Role, Hmac> keys = new EnumMap<>(Role.class);
    private final Map<Role, String> signatures = new EnumMap<>(Role.class);

    /**
     * Creates the passwords.
     *
     * @param appSecret part of each key, the same in all replicas
     */
    Passwords(String appSecret, ConsoleSettings settings) {
        this.secret = Hmac.of("tertulia console\n" + appSecret);
        settings.password().ifPresent(password -> add(Role.MODERATOR, password));
        settings.readerPassword().ifPresent(password -> add(Role.READER, password));
    }

    private void add(Role role, String password) {
        signatures.put(role, secret.sign(password));
        keys.put(role, secret.derive(role + "\n" + password));
    }

    /** The role that a password is for. All passwords are compared in any case. */
    Optional<Role> role(String password) {
        Role found = null;
        for (Role role : Role.values()) {
            boolean same = secret.verify(password, signatures.getOrDefault(role, ""));
            found = same ? role : found;
        }
        return Optional.ofNullable(found);
    }

    /** The key that signs the sessions of a role: another password makes another key. */
    Optional<Hmac> key(Role role) {
        return Optional.ofNullable(keys.get(role));
    }
}
