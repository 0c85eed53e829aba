package dev.tertulia.bot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.InvalidArgument;

/**
 * A message with choices to tap, which WhatsApp accepts in private chats alone. Limits are those of the Cloud API's
 * interactive messages.
 */
public sealed interface Menu extends Body permits Menu.Buttons, Menu.Choices {

    /** The text above the choices. */
    String words();

    /**
     * A text with one to three buttons.
     *
     * @param words 1 to 1024 characters
     */
    record Buttons(String words, List<Button> buttons) implements Menu {

        private static final int MOST = 3;
        private static final int LONGEST = 1024;

        public Buttons {
            buttons = List.copyOf(buttons);
            checkText("the text above buttons", words, LONGEST);
            checkCount("buttons", buttons.size(), MOST);
            checkDifferent("buttons", buttons.stream().map(Button::id).toList());
            checkDifferent("titles of buttons", buttons.stream().map(Button::title).toList());
        }
    }

    /**
     * A button.
     *
     * @param id    what the bot gets when it is tapped, 1 to 256 characters; WhatsApp takes no white space around it, so it
     *              is stripped
     * @param title what people read, 1 to 20 characters
     */
    record Button(String id, String title) {

        private static final int LONGEST_ID = 256;
        private static final int LONGEST_TITLE = 20;

        public Button {
            id = id.strip();
            checkText("the id of a button", id, LONGEST_ID);
            checkText("the title of a button", title, LONGEST_TITLE);
        }
    }

    /**
     * A text with a list to choose from: up to ten rows in all.
     *
     * @param words 1 to 4096 characters
     * @param open  the title of the button that opens the list, 1 to 20 characters
     */
    record Choices(String words, String open, List<Section> sections) implements Menu {

        private static final int MOST = 10;
        private static final int LONGEST = 4096;
        private static final int LONGEST_TITLE = 20;

        public Choices {
            sections = sections.stream().filter(section -> !section.rows().isEmpty()).toList();
            checkText("the text above a list", words, LONGEST);
            checkText("the button that opens a list", open, LONGEST_TITLE);
            List<Row> rows = sections.stream().flatMap(section -> section.rows().stream()).toList();
            checkCount("rows", rows.size(), MOST);
            checkDifferent("rows", rows.stream().map(Row::id).toList());
            if (sections.size() > 1 && sections.stream().anyMatch(section -> section.title() == null)) {
                throw new InvalidArgument("a list has several sections, and one without a title; give each a title");
            }
        }
    }

    /**
     * A section of a list.
     *
     * @param title 1 to 24 characters; {@code null} if it is the only one
     * @param rows  a list leaves sections without rows out, because WhatsApp refuses them
     */
    record Section(@Nullable String title, List<Row> rows) {

        private static final int LONGEST = 24;

        public Section {
            rows = List.copyOf(rows);
            if (title != null) {
                checkText("the title of a section", title, LONGEST);
            }
        }
    }

    /**
     * A row of a list.
     *
     * @param id          what the bot gets when it is chosen, 1 to 200 characters
     * @param title       1 to 24 characters
     * @param description 1 to 72 characters; {@code null} for none
     */
    record Row(String id, String title, @Nullable String description) {

        private static final int LONGEST_ID = 200;
        private static final int LONGEST_TITLE = 24;
        private static final int LONGEST_DESCRIPTION = 72;

        public Row {
            checkText("the id of a row", id, LONGEST_ID);
            checkText("the title of a row", title, LONGEST_TITLE);
            if (description != null) {
                checkText("the description of a row", description, LONGEST_DESCRIPTION);
            }
        }
    }

    private static void checkText(String what, String text, int most) {
        int length = Characters.count(text);
        if (text.isBlank() || length > most) {
            throw new InvalidArgument(what + " has " + length + " characters; WhatsApp takes 1 to " + most);
        }
    }

    private static void checkCount(String what, int count, int most) {
        if (count < 1 || count > most) {
            throw new InvalidArgument("a message has " + count + " " + what + "; WhatsApp takes 1 to " + most);
        }
    }

    private static void checkDifferent(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        names.stream().filter(name -> !seen.add(name)).findFirst().ifPresent(twice -> {
            throw new InvalidArgument("two " + what + " of a message are '", twice, "'; make them different");
        });
    }
}
