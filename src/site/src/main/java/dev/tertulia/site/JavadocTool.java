package dev.tertulia.site;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/** Runs the JDK's Javadoc for what authors of bots use. */
final class JavadocTool {

    private JavadocTool() {}

    static void run(Path root, Path target, String version) {
        List<String> options = new ArrayList<>(List.of("-quiet", "-notimestamp", "--no-fonts", "-Xdoclint:none", "-use",
                "-encoding", "UTF-8", "-charset", "UTF-8", "-d", target.toString(), "-windowtitle", "Tertulia API",
                "-doctitle", "Tertulia " + version, "-top", "<a href=\"" + "{@docRoot}/../index.html\">Guides</a>",
                "-classpath", System.getProperty("java.class.path"), "-sourcepath",
                ApiTypes.FOLDERS.stream().map(folder -> root.resolve(folder).toString())
                        .collect(Collectors.joining(File.pathSeparator)),
                "-subpackages", "dev.tertulia"));
        int result = ToolProvider.findFirst("javadoc").orElseThrow().run(System.out, System.err,
                options.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("javadoc failed with " + result + "; its messages are above");
        }
    }
}
