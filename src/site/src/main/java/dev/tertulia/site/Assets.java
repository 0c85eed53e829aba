package dev.tertulia.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The style sheets and scripts of the site: its own, and those of WebJars. */
final class Assets {

    private static final Map<String, String> OWN = Map.of("site.css", "site.css", "site.js", "site.js", "icon.svg",
            "icon.svg");

    private Assets() {}

    static void copyTo(Path target) throws IOException {
        Path folder = Files.createDirectories(target.resolve("assets"));
        for (Map.Entry<String, String> own : OWN.entrySet()) {
            copy("/dev/tertulia/site/" + own.getValue(), folder.resolve(own.getKey()));
        }
        copy(webJar("picocss__pico", "css/pico.min.css"), folder.resolve("pico.css"));
        copy(webJar("lunr", "lunr.min.js"), folder.resolve("lunr.js"));
    }

    /** The resource of a file in a WebJar, whose version is that on the class path. */
    private static String webJar(String name, String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            properties.load(in);
        }
        return "/META-INF/resources/webjars/" + name + "/" + properties.getProperty("version") + "/" + file;
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream in = open(resource)) {
            Files.copy(in, file);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(Assets.class.getResourceAsStream(resource),
                () -> resource + " is not on the class path");
    }
}
