package dev.tertulia.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;

/** What can be found: each section of each page, and each type of the API. */
record SearchIndex(List<Document> documents) {

    /**
     * A result of the search.
     *
     * @param page the title of the page
     */
    record Document(int id, String url, String page, String title, String text) {}

    static SearchIndex of(List<Page> pages, ApiTypes api) {
        List<Document> documents = new ArrayList<>();
        for (Page page : pages) {
            for (Page.Section section : page.sections()) {
                String url = section.level() == 1 ? page.url() : page.url() + "#" + section.id();
                documents.add(new Document(documents.size(), url, page.title(), section.heading(), section.text()));
            }
        }
        for (ApiTypes.Type type : api.all()) {
            documents.add(new Document(documents.size(), type.url(), "Javadoc", type.name(), type.summary()));
        }
        return new SearchIndex(documents);
    }

    /** Writes a script, because pages that are opened as files may load scripts, but no JSON. */
    void writeTo(Path folder) throws IOException {
        String json = new ObjectMapper().writeValueAsString(documents);
        Files.writeString(folder.resolve("search-index.js"), "window.searchDocuments = " + json + ";\n");
    }
}
