package dev.tertulia.server.settings;

import java.util.Optional;
import java.util.stream.Stream;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The explanation of a file of settings that is no YAML. It shows nothing of the file, which may contain secrets. */
final class UnreadableFile {

    private UnreadableFile() {}

    /** The failure to be thrown; the same one if it has another reason. */
    static RuntimeException explain(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(MarkedYAMLException.class::isInstance).findFirst()
                .<RuntimeException>map(cause -> explained((MarkedYAMLException) cause)).orElse(failure);
    }

    private static BadSettings explained(MarkedYAMLException wrong) {
        return new BadSettings(("config/application.yml is not valid YAML%s; indent keys of one level equally, with"
                + " spaces, and write values with special characters in quotation marks.")
                .formatted(Optional.ofNullable(wrong.getProblemMark()).map(UnreadableFile::place).orElse("")));
    }

    private static String place(Mark mark) {
        return " in line %d, column %d".formatted(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
