package dev.tertulia.server.cli;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tertulia.Operator;
import dev.tertulia.costs.Costs;
import dev.tertulia.costs.Costs.Per;
import dev.tertulia.costs.FreeTier;
import dev.tertulia.costs.Sum;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.cli.terminal.JsonPrinter;
import dev.tertulia.server.cli.terminal.Printer;

/** Shows the cost of deliveries by day, group and template, and the use of the month's free tier. */
@Command(name = "costs", mixinStandardHelpOptions = true, description = "Shows the cost of deliveries by day, group and template.", footer = {
        "tertulia costs", "tertulia costs 30 --json"})
final class CostsCommand implements Callable<Integer> {

    private static final int LEAST_WIDTH = 40;
    private static final int MOST_ROWS = 20;

    private final Supplier<StoreAccess> store;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "DAYS", defaultValue = "7", description = "Number of days up to today, in UTC; ${DEFAULT-VALUE} by default.")
    private int days;

    @Option(names = "--number", paramLabel = "ID", description = "Shows only this phone number id.")
    private @Nullable String number;

    @Option(names = "--json", description = "Prints JSON: everything, where the table shows the first rows.")
    private boolean json;

    CostsCommand(Supplier<StoreAccess> store) {
        this.store = store;
    }

    @Override
    public Integer call() {
        try (StoreAccess open = store.get()) {
            if (days < 1 || days > open.costs().days()) {
                throw new ParameterException(spec.commandLine(), "%d days cannot be shown; write a number from 1 to %d"
                        .formatted(days, open.costs().days()) + ", the number of days that are kept");
            }
            String currency = open.costs().rates().currency();
            if (json) {
                JsonPrinter.print(spec.commandLine().getOut(), open.operators(number).stream()
                        .map(operator -> CostReport.of(operator.number(), operator.costs(), days, currency)).toList());
            } else {
                open.operators(number).forEach(operator -> print(operator, currency));
            }
            open.costs().rates().outdated(open.today())
                    .ifPresent(why -> new Printer(spec.commandLine().getErr()).println("warning: " + why));
        }
        return CommandLine.ExitCode.OK;
    }

    private void print(Operator operator, String currency) {
        out().println(operator.number());
        Costs costs = operator.costs();
        for (Per per : List.of(Per.DAY, Per.GROUP, Per.TEMPLATE)) {
            table(per, costs, currency);
        }
        costs.freeTier().ifPresent(tier -> freeTier(costs.month(), tier));
    }

    private void table(Per per, Costs costs, String currency) {
        Map<String, Sum> totals = costs.totals(per, days);
        List<Map.Entry<String, Sum>> shown = totals.entrySet().stream().sorted(order(per)).limit(limit(per)).toList();
        String first = "  %-" + width(shown) + "s";
        out().printf(first + " %10s  %s%n", "by " + per.name().toLowerCase(Locale.ROOT), "deliveries",
                currency.isEmpty() ? "no rate card" : currency);
        shown.forEach(total -> row(first, total, currency));
        if (totals.isEmpty()) {
            out().println("  none");
        } else if (totals.size() > limit(per)) {
            out().printf("  … and %d more%n", totals.size() - limit(per));
        }
    }

    /**
     * Prints the deliveries of this program. Other programs use the same free tier, but their deliveries are not known
     * here.
     */
    private void freeTier(YearMonth month, FreeTier tier) {
        out().printf("  %-40s %10s%n", "free-form in " + month, "deliveries");
        out().printf("  %-40s %10d  of %d a month%n", "used (free_customer_service)", tier.used(), FreeTier.A_MONTH);
        out().printf("  %-40s %10d%n", "charged (regular)", tier.charged());
    }

    /** The ids of groups are longer than other names. */
    private static int width(List<Map.Entry<String, Sum>> totals) {
        return totals.stream().mapToInt(total -> total.getKey().length()).reduce(LEAST_WIDTH, Math::max);
    }

    private void row(String first, Map.Entry<String, Sum> total, String currency) {
        Sum sum = total.getValue();
        String money = currency.isEmpty() ? "-" : sum.money().toPlainString();
        out().printf(first + " %10d  %s%s%n", total.getKey().isEmpty() ? "free-form" : total.getKey(), sum.deliveries(),
                money, sum.unpriced() == 0 ? "" : ", and " + sum.unpriced() + " charged at an unknown rate");
    }

    private static int limit(Per per) {
        return per == Per.DAY ? Integer.MAX_VALUE : MOST_ROWS;
    }

    /** The order of a table's rows: days from the latest, everything else from the most expensive. */
    static Comparator<Map.Entry<String, Sum>> order(Per per) {
        Comparator<Map.Entry<String, Sum>> byName = Map.Entry.comparingByKey();
        Comparator<Map.Entry<String, Sum>> byCost = Comparator.comparingLong(total -> total.getValue().micros());
        Comparator<Map.Entry<String, Sum>> byCount = Comparator.comparingLong(total -> total.getValue().deliveries());
        return per == Per.DAY ? byName.reversed() : byCost.thenComparing(byCount).reversed().thenComparing(byName);
    }

    private Printer out() {
        return new Printer(spec.commandLine().getOut());
    }
}
