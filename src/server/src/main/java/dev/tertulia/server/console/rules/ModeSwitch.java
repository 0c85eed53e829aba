package dev.tertulia.server.console.rules;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Change of the mode of one rule in the text of a rule file. Everything else, comments too, remains as it is. */
final class ModeSwitch {

    private ModeSwitch() {}

    /** The text with another mode of a rule; empty if it has no such rule. */
    static Optional<String> switched(String text, String policy, String rule, String mode) {
        Node file = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        return items(value(file, "policies")).filter(one -> isNamed(one, policy))
                .flatMap(one -> items(value(one, "rules"))).filter(one -> isNamed(one, rule)).findFirst()
                .map(MappingNode.class::cast).map(found -> switched(text, found, mode));
    }

    private static Stream<Node> items(Optional<Node> list) {
        return list.filter(SequenceNode.class::isInstance).map(SequenceNode.class::cast).map(SequenceNode::getValue)
                .orElse(List.of()).stream();
    }

    private static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode map
                ? map.getValue().stream().filter(entry -> isKey(entry, key)).map(NodeTuple::getValueNode).findFirst()
                : Optional.empty();
    }

    private static boolean isKey(NodeTuple entry, String key) {
        return entry.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key);
    }

    private static boolean isNamed(Node node, String name) {
        return value(node, "name").filter(one -> one instanceof ScalarNode scalar && scalar.getValue().equals(name))
                .isPresent();
    }

    private static String switched(String text, MappingNode rule, String mode) {
        Optional<Node> known = value(rule, "mode");
        if (known.isPresent()) {
            return replaced(text, known.get().getStartMark().getIndex(), known.get().getEndMark().getIndex(), mode);
        }
        Node first = rule.getValue().getFirst().getKeyNode();
        String separator = rule.getFlowStyle() == FlowStyle.FLOW
                ? ", "
                : "\n" + " ".repeat(first.getStartMark().getColumn());
        return replaced(text, first.getStartMark().getIndex(), first.getStartMark().getIndex(),
                "mode: " + mode + separator);
    }

    /** Marks count code points. */
    private static String replaced(String text, int start, int end, String with) {
        return text.substring(0, text.offsetByCodePoints(0, start)) + with
                + text.substring(text.offsetByCodePoints(0, end));
    }
}
