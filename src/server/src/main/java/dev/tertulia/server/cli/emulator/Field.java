package dev.tertulia.server.cli.emulator;

import java.util.Locale;
import java.util.stream.Stream;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A value of an event.
 *
 * @param key  its name in files; an option has the same name after two dashes
 * @param form how it is written
 */
record Field(String key, String description, Form form) {

    /** How a value is written on the command line. */
    enum Form {
        /** An option with a value that must be given. */
        REQUIRED,
        /** An option with a value. */
        OPTIONAL,
        /** An option without a value. */
        FLAG,
        /** A parameter without a name. */
        PARAMETER,
        /** The same, which may be left out. */
        LAST
    }

    static final Field GROUP = required("group", "The group: its subject, a part of it, or its id.");
    static final Field MEMBER = required("member", "The person: name, phone number or id.");
    static final Field NUMBER = optional("number", "The phone number id of the business; the first one unless given.");
    static final Field PHONE = optional("phone", "The phone number; a new one unless given, \"\" for a hidden one.");
    static final Field CHAT = optional("group",
            "The group: its subject, a part of it, or its id. Without it, the private chat is meant.");
    static final Field LANGUAGE = optional("language", "The language of the template; en unless given.");

    static Field required(String key, String description) {
        return new Field(key, description, Form.REQUIRED);
    }

    static Field optional(String key, String description) {
        return new Field(key, description, Form.OPTIONAL);
    }

    static Field flag(String key, String description) {
        return new Field(key, description, Form.FLAG);
    }

    static Field parameter(String key, String description) {
        return new Field(key, description, Form.PARAMETER);
    }

    static Field last(String key, String description) {
        return new Field(key, description, Form.LAST);
    }

    boolean isPositional() {
        return form == Form.PARAMETER || form == Form.LAST;
    }

    String option() {
        return "--" + key;
    }

    String label() {
        return key.toUpperCase(Locale.ROOT);
    }

    /** The value as it is written on the command line. */
    Stream<String> words(String value) {
        if (isPositional()) {
            return Stream.of(value);
        }
        if (form == Form.FLAG) {
            return value.equals("true") ? Stream.of(option()) : Stream.of();
        }
        return Stream.of(option(), value);
    }

    void addTo(CommandSpec command) {
        if (isPositional()) {
            command.addPositional(PositionalParamSpec.builder().paramLabel(label()).description(description)
                    .type(String.class).arity(form == Form.PARAMETER ? "1" : "0..1")
                    .index(String.valueOf(command.positionalParameters().size())).build());
        } else {
            OptionSpec.Builder option = OptionSpec.builder(option()).description(description);
            command.addOption(form == Form.FLAG
                    ? option.type(boolean.class).build()
                    : option.paramLabel(label()).type(String.class).required(form == Form.REQUIRED).build());
        }
    }

    /** The value in a parsed command; {@code null} if it was not given. */
    ArgSpec in(CommandSpec command) {
        return isPositional()
                ? command.positionalParameters().stream().filter(one -> one.paramLabel().equals(label())).findFirst()
                        .orElseThrow()
                : command.findOption(option());
    }
}
