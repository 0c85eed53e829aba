package dev.tertulia.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The files in {@code deploy} and {@code compose.yaml} fit the Kubernetes API, the documentation and each other. */
class DeploymentTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path MANIFESTS = ROOT.resolve("deploy/kubernetes");
    private static final String NAME = "app.kubernetes.io/name";
    private static final Map<String, Class<?>> KINDS = Map.of("apps/v1 Deployment", Deployment.class, "v1 Service",
            Service.class, "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy",
            NetworkPolicy.class, "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class, "monitoring.coreos.com/v1 PrometheusRule",
            PrometheusRule.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The typed models collect unknown fields instead of refusing them, unless told otherwise. */
    private static final ObjectMapper STRICT = JsonMapper.builder().annotationIntrospector(
            new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated one) {
                    return Boolean.FALSE;
                }
            }).build();

    private static List<JsonNode> yaml(Path file) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        new Yaml().loadAll(Files.readString(file)).forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(MANIFESTS)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    static Stream<Path> manifests() throws IOException {
        return files().filter(file -> !file.endsWith("kustomization.yaml"));
    }

    static Stream<Path> kustomizations() throws IOException {
        return files().filter(file -> file.endsWith("kustomization.yaml"));
    }

    private static JsonNode base(String file) throws IOException {
        return yaml(MANIFESTS.resolve("base").resolve(file)).getFirst();
    }

    private static JsonNode container() throws IOException {
        return base("deployment.yaml").at("/spec/template/spec/containers/0");
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void hasNoFieldThatKubernetesDoesNotKnow(Path file) throws IOException {
        for (JsonNode document : yaml(file)) {
            String kind = document.path("apiVersion").asText() + " " + document.path("kind").asText();

            assertThat(KINDS).containsKey(kind);
            assertThat(STRICT.treeToValue(document, KINDS.get(kind))).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void namesFilesThatExist(Path file) throws IOException {
        JsonNode kustomization = yaml(file).getFirst();
        List<String> named = new ArrayList<>();
        Stream.of("resources", "components").forEach(list -> kustomization.path(list).forEach(one -> named.add(
                one.asText())));
        kustomization.path("patches").forEach(patch -> named.add(patch.path("path").asText()));

        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(file.resolveSibling(name)).exists());
        try (Stream<Path> beside = Files.list(file.getParent())) {
            assertThat(beside.filter(Files::isRegularFile).map(path -> path.getFileName().toString())
                    .filter(name -> !name.equals("kustomization.yaml"))).allMatch(named::contains);
        }
    }

    /** A patch that matches nothing would be refused by Kustomize only when it is applied. */
    @Test
    void patchesChangeWhatExists() throws IOException {
        List<JsonNode> all = new ArrayList<>();
        for (Path file : manifests().filter(file -> !file.toString().contains("overlays")).toList()) {
            all.addAll(yaml(file));
        }
        for (Path file : manifests().filter(file -> file.toString().contains("overlays")).toList()) {
            JsonNode patch = yaml(file).getFirst();
            assertThat(all).as(file.toString()).anyMatch(one -> one.path("kind").equals(patch.path("kind"))
                    && one.at("/metadata/name").equals(patch.at("/metadata/name")));
        }
    }

    @Test
    void selectorsFindTheReplicas() throws IOException {
        JsonNode labels = base("deployment.yaml").at("/spec/template/metadata/labels");

        assertThat(base("deployment.yaml").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(base("disruption-budget.yaml").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(base("network-policy.yaml").at("/spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(yaml(MANIFESTS.resolve("base/service.yaml"))).hasSize(2)
                .allMatch(service -> service.at("/spec/selector").equals(labels));
        assertThat(base("deployment.yaml").findValues("labelSelector")).hasSize(2)
                .allMatch(selector -> selector.path("matchLabels").equals(labels));
        assertThat(labels.path(NAME).asText()).isEqualTo("tertulia");
    }

    @Test
    void probesAskTheRightHealthGroups() throws IOException {
        assertThat(container().at("/livenessProbe/httpGet/path").asText()).isEqualTo("/health/liveness");
        assertThat(container().at("/startupProbe/httpGet/path").asText()).isEqualTo("/health/liveness");
        assertThat(container().at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/readiness");
        assertThat(container().findValues("httpGet")).allMatch(get -> get.path("port").asText().equals("management"));
        JsonNode port = StreamSupport.stream(container().path("ports").spliterator(), false)
                .filter(one -> one.path("name").asText().equals("management")).findFirst().orElseThrow();
        assertThat(container().path("env")).anyMatch(one -> one.path("name").asText()
                .equals("TERTULIA_MANAGEMENT_PORT")
                && one.path("value").asText().equals(port.path("containerPort")
                        .asText()));
    }

    @Test
    void theContainerMayDoNoMoreThanItNeeds() throws IOException {
        JsonNode pod = base("deployment.yaml").at("/spec/template/spec");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(container().at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container().at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container().at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
        assertThat(container().path("env")).filteredOn(one -> one.path("name").asText().endsWith("_FILE")).hasSize(4)
                .allMatch(one -> one.path("value").asText().startsWith("/secrets/"));
    }

    private static Set<String> found(String pattern, Path... files) throws IOException {
        Set<String> found = new TreeSet<>();
        for (Path file : files) {
            Pattern.compile(pattern).matcher(Files.readString(file)).results().map(MatchResult::group)
                    .forEach(found::add);
        }
        return found;
    }

    /** Timers have a count and a sum of their own. */
    @Test
    void everyMetricIsDocumented() throws IOException {
        Set<String> documented = found("(?<=\\| `)tertulia_\\w+", ROOT.resolve("docs/metrics.md"));

        Set<String> used = found("\\btertulia_\\w+", ROOT.resolve("deploy/grafana/dashboard.json"),
                ROOT.resolve("deploy/prometheus/alerts.yml"),
                MANIFESTS.resolve("components/monitoring/autoscaler.yaml"));
        assertThat(used).hasSizeGreaterThan(15).allSatisfy(name -> assertThat(documented)
                .containsAnyOf(name, name.replaceFirst("_(count|sum)$", "")));
    }

    @Test
    void everyMetricIsOnTheDashboardOrRaisesAnAlert() throws IOException {
        Set<String> shown = found("\\btertulia_\\w+", ROOT.resolve("deploy/grafana/dashboard.json"),
                ROOT.resolve("deploy/prometheus/alerts.yml")).stream()
                .map(name -> name.replaceFirst("_(count|sum)$", ""))
                .collect(Collectors.toSet());

        assertThat(found("(?<=\\| `)tertulia_\\w+", ROOT.resolve("docs/metrics.md"))).isSubsetOf(shown);
    }

    @Test
    void everySettingExists() throws IOException {
        Set<String> known = found("(?<=`)(TERTULIA|WHATSAPP|REDIS)_[A-Z_]+", ROOT.resolve("README.md"));
        Path[] files = Stream.concat(Stream.of(ROOT.resolve("compose.yaml"), ROOT.resolve("Dockerfile")), files())
                .toArray(Path[]::new);

        assertThat(found("\\b(TERTULIA|WHATSAPP|REDIS)_[A-Z_]*[A-Z]", files)).isNotEmpty()
                .allSatisfy(name -> assertThat(known).containsAnyOf(name, name.replaceFirst("_FILE$", "")));
    }

    @Test
    void alertsSayWhatToDo() throws IOException {
        JsonNode rules = yaml(ROOT.resolve("deploy/prometheus/alerts.yml")).getFirst().at("/groups/0/rules");

        assertThat(rules).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.path("expr").asText()).isNotEmpty();
            assertThat(rule.at("/annotations/summary").asText()).isNotEmpty();
            assertThat(rule.at("/annotations/action").asText()).isNotEmpty();
            assertThat(rule.at("/labels/severity").asText()).isIn("critical", "warning", "info");
        });
        assertThat(yaml(MANIFESTS.resolve("components/monitoring/alerts.yaml")).getFirst().at("/spec/groups"))
                .isEqualTo(yaml(ROOT.resolve("deploy/prometheus/alerts.yml")).getFirst().path("groups"));
    }

    @Test
    void composeNamesFilesThatExistAndSecretsThatAreExplained() throws IOException {
        JsonNode compose = yaml(ROOT.resolve("compose.yaml")).getFirst();

        assertThat(compose.path("configs")).isNotEmpty()
                .allSatisfy(config -> assertThat(ROOT.resolve(config.path("file").asText())).exists());
        String page = Files.readString(ROOT.resolve("docs/hosting.md"));
        compose.path("secrets").fieldNames()
                .forEachRemaining(secret -> assertThat(page).contains("| `" + secret + "` |"));
        compose.path("services").forEach(service -> service.path("networks")
                .forEach(network -> assertThat(compose.path("networks").has(network.asText())).isTrue()));
    }
}
