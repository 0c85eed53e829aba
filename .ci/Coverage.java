import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints how much of each module the tests run, from JaCoCo's table. */
final class Coverage {

    /** What was missed and what was run, of a module. */
    private record Counts(long missedLines, long lines, long missedBranches, long branches) {

        static Counts of(String[] row) {
            return new Counts(Long.parseLong(row[7]), Long.parseLong(row[8]), Long.parseLong(row[5]),
                    Long.parseLong(row[6]));
        }

        Counts plus(Counts more) {
            return new Counts(missedLines + more.missedLines, lines + more.lines,
                    missedBranches + more.missedBranches, branches + more.branches);
        }
    }

    public static void main(String[] args) throws Exception {
        if (Files.notExists(Path.of(args[0]))) {
            System.out.println("coverage: not counted, since no tests ran");
            return;
        }
        try (var rows = Files.lines(Path.of(args[0]))) {
            Map<String, Counts> modules = rows.skip(1).map(row -> row.split(","))
                    .collect(Collectors.toMap(row -> row[0].substring(row[0].lastIndexOf('/') + 1), Counts::of,
                            Counts::plus, TreeMap::new));
            modules.forEach((module, counts) -> System.out.printf("coverage of %-20s lines %5.1f %%, branches %5.1f %%%n",
                    module, share(counts.lines(), counts.missedLines()),
                    share(counts.branches(), counts.missedBranches())));
        }
    }

    private static double share(long run, long missed) {
        return run + missed == 0 ? 100 : 100.0 * run / (run + missed);
    }
}
