package dev.tertulia.server.cli.emulator;

import java.util.List;
import java.util.function.Function;

/**
 * An event that can be made to happen in the emulator.
 *
 * @param name     the command
 * @param fields   its values
 * @param done     the sentence when it has happened; a key in braces stands for a value
 * @param examples the arguments of examples
 * @param request  makes the request
 */
record Event(String name, String description, List<Field> fields, String done, List<String> examples,
        Function<Asked, EmulatorRequest> request) {

    static Event of(String name, String description, List<Field> fields, String done, String example,
            Function<Asked, EmulatorRequest> request) {
        return new Event(name, description, fields, done, List.of(example), request);
    }
}
