package dev.tertulia.server.cli.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The template of a project, which is also a Maven archetype: its descriptor lists the files. */
final class ProjectTemplate {

    private static final String DESCRIPTOR = "META-INF/maven/archetype-metadata.xml";
    private static final String FOLDER = "archetype-resources/";
    private static final String POM = "pom.xml";

    private ProjectTemplate() {}

    /**
     * The files of a project by their paths.
     *
     * @param values the values of the archetype's properties, such as {@code groupId}
     */
    static Map<String, String> files(Map<String, String> values) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(POM, filled(POM, values));
        elements(descriptor(), "fileSet").forEach(set -> addFiles(files, set, values));
        return files;
    }

    private static void addFiles(Map<String, String> files, Element set, Map<String, String> values) {
        String folder = folder(text(set, "directory"));
        String target = folder + (set.getAttribute("packaged").equals("true")
                ? folder(values.get("package").replace('.', '/'))
                : "");
        elements(set, "include").map(Element::getTextContent)
                .forEach(name -> files.put(target + name, filled(folder + name, values)));
    }

    private static String folder(String path) {
        return path.isEmpty() ? "" : path + "/";
    }

    private static String filled(String file, Map<String, String> values) {
        String text = new String(read(FOLDER + file), StandardCharsets.UTF_8);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static Element descriptor() {
        try (InputStream xml = open(DESCRIPTOR)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(xml).getDocumentElement();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(DESCRIPTOR + " cannot be read", e);
        }
    }

    private static Stream<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(found::item).map(Element.class::cast);
    }

    private static String text(Element parent, String name) {
        return elements(parent, name).findFirst().map(Element::getTextContent).orElse("");
    }

    private static byte[] read(String resource) {
        try (InputStream file = open(resource)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream file = ProjectTemplate.class.getClassLoader().getResourceAsStream(resource);
        if (file == null) {
            throw new IllegalStateException("the class path lacks " + resource + " of tertulia-archetype");
        }
        return file;
    }
}
