package dev.tertulia.server.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;

/** The file of moderation rules can be read and has no mistakes. */
record RulesCheck(Optional<Path> rules) implements Check {

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<Finding> findings() {
        return rules.map(this::read)
                .orElseGet(() -> List.of(Finding.ok(this, "there is no file of moderation rules")));
    }

    private List<Finding> read(Path file) {
        try {
            RuleSet read = RuleFile.read(file);
            return read.warnings().isEmpty()
                    ? List.of(Finding.ok(this, file + " has no mistakes"))
                    : read.warnings().stream().map(warning -> Finding.warning(this, file + ": " + warning,
                            "change the rule; `rules explain` shows when it hits")).toList();
        } catch (RuleFileException wrong) {
            return wrong.problems().stream().map(problem -> Finding.problem(this, file + ": " + problem,
                    "correct the file; until then moderation does not start")).toList();
        }
    }
}
