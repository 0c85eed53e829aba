package dev.tertulia.moderation.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Writes cases for other programs. */
public final class CaseExport {

    private static final String COLUMNS = "case,at,state,on,group,person,name,rules,actions,version,evidence,text,"
            + "decided_by,decided";
    /** What makes a spreadsheet run a cell as a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private CaseExport() {}

    /** A case as one line of JSON. */
    public static String json(Case one) {
        return TrailCodec.write(values(one));
    }

    /** The values of a case under the names that they have in JSON. */
    public static Map<String, Object> values(Case one) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("case", one.number());
        line.put("at", one.at().toString());
        line.put("state", one.state().word());
        line.put("on", one.on());
        line.put("group", one.group());
        line.put("person", one.who() == null ? null : one.who().id());
        line.put("name", one.name());
        line.put("version", one.version());
        line.put("message", one.messageId());
        line.put("text", one.text());
        line.put("findings", one.findings());
        line.put("actions", one.deeds());
        line.put("strikes", one.strikes());
        line.put("history", one.entries().stream().map(CaseExport::entry).toList());
        return line;
    }

    private static Map<String, Object> entry(CaseEntry entry) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", entry.at().toString());
        line.put("kind", entry.kind().word());
        line.put("by", entry.byName());
        line.put("text", entry.text());
        line.putAll(entry.more());
        return line;
    }

    /** The first line of a CSV file. */
    public static String csvHeader() {
        return COLUMNS;
    }

    /** A case as one line of CSV. */
    public static String csv(Case one) {
        return Stream.of(one.number(), one.at().toString(), one.state().word(), one.on(), one.group(),
                one.who() == null ? "" : one.who().id(), one.name(), String.join(" ", one.rules()),
                one.deeds().stream().map(CaseExport::word).collect(Collectors.joining(" ")), one.version(),
                one.findings().stream().map(Finding::evidence).filter(text -> text != null)
                        .collect(Collectors.joining(" | ")),
                one.text(), one.decision().map(CaseEntry::byName).orElse(""),
                one.decision().map(entry -> entry.kind().word()).orElse("")).map(CaseExport::cell)
                .collect(Collectors.joining(","));
    }

    private static String word(Deed deed) {
        return deed.done() ? deed.action() : deed.action() + "(shadow)";
    }

    /** A value in quotes. A value that a spreadsheet would run as a formula gets an apostrophe. */
    static String cell(@Nullable String value) {
        String text = value == null ? "" : value;
        boolean runs = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (runs ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    /** All lines of a CSV file. */
    public static List<String> csv(List<Case> cases) {
        return Stream.concat(Stream.of(csvHeader()), cases.stream().map(CaseExport::csv)).toList();
    }
}
