package dev.tertulia.moderation.rules;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.moderation.rules.StaffSettings.Alerts;

/** The reader of what belongs to no policy. */
final class SettingsReader {

    private SettingsReader() {}

    /** The settings among the keys of a file. */
    static Settings read(Fields file) {
        return new Settings(file.get("staff", SettingsReader::staff, StaffSettings.NONE),
                file.find("history").map(value -> new History(value.fields("'history'", "keep")
                        .need("keep", Value::duration, Settings.KEEP_CASES))).orElse(null),
                file.get("cases", value -> value.fields("'cases'", "keep").need("keep",
                        keep -> keep.duration(Durations.LONGEST), Settings.KEEP_CASES), Settings.KEEP_CASES),
                file.get("canary", value -> new Canary(value.percent()), Canary.ALL));
    }

    private static StaffSettings staff(Value value) {
        Fields fields = value.fields("'staff'", "people", "alerts");
        return new StaffSettings(
                fields.get("people", people -> people.items().stream().map(SettingsReader::person)
                        .flatMap(Optional::stream).toList(), List.of()),
                fields.find("alerts").map(SettingsReader::alerts).orElse(null));
    }

    private static Optional<Member> person(Value value) {
        String text = value.text();
        Optional<Member> person = Member.find(text);
        if (person.isEmpty() && !text.isEmpty()) {
            value.problem(
                    "'" + text + "' is no person; write a phone number such as \"+15550001111\", or a user id such as"
                            + " \"US.134\"");
        }
        return person;
    }

    private static @Nullable Alerts alerts(Value value) {
        Fields fields = value.fields("'alerts'", "label", "group", "person");
        if (fields.keys().size() != 1 && !fields.isBroken()) {
            value.problem("'alerts' has one key: { label: … }, { group: … } or { person: … }");
        }
        return fields.find("label").<Alerts>map(label -> new Alerts.ToLabel(label.groupLabel()))
                .or(() -> fields.find("group").map(group -> new Alerts.ToGroup(group.text())))
                .or(() -> fields.find("person").flatMap(SettingsReader::person).map(Alerts.ToPerson::new)).orElse(null);
    }
}
