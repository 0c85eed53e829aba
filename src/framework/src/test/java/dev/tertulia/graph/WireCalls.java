package dev.tertulia.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Menu;
import dev.tertulia.bot.Picture;
import dev.tertulia.bot.Template;
import dev.tertulia.business.Business;
import dev.tertulia.business.BusinessProfile;
import dev.tertulia.business.GroupField;
import dev.tertulia.business.PriceQuery;
import dev.tertulia.business.Span;
import dev.tertulia.business.Subscription;
import dev.tertulia.business.Subscription.App;
import dev.tertulia.business.Subscription.Endpoint;
import dev.tertulia.business.TemplateFilter;
import dev.tertulia.business.TrafficQuery;
import dev.tertulia.business.Upload;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;

/** How the client makes each call that a file of {@code wire/rest} shows, and why it never makes some of them. */
final class WireCalls {

    static final String GROUP = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAzNjM0MDQ2OTQyMzM4MjAZD";
    static final String CALLBACK = "order-1744434060";

    private static final GraphSettings SETTINGS = new GraphSettings("v25.0", "106540352242922", "secret", "en_US");
    private static final String MESSAGE = "wamid.HBgSMTIwMzYzNDA0Njk0MjMzODIwFQgAEhgWM0VCMEExQjJDM0Q0RTVGNjA3MTgyORwYCzE2"
            + "NTA1NTUxMjM0FQIAAA==";
    private static final String REQUEST = "MTY0NjcwNDM1OTU6MTIwMzYzNDA0Njk0MjMzODIw";
    private static final String OTHER_REQUEST = "MTY1MDU1NTEyMzQ6MTIwMzYzNDA0Njk0MjMzODIw";
    private static final String MEDIA = "1037543291543636";
    /** In place of the one that the file leaves out. */
    static final String APP = "670843887433847";
    private static final Member PABLO = Member.ofPhone("16505551234");
    private static final String WORD = "myvoiceismypassport?";
    private static final Span DAY = new Span(Instant.ofEpochSecond(1760400000), Instant.ofEpochSecond(1760486400));

    /** What no author can ask for, and why. */
    static final Map<String, String> NEVER = Map.ofEntries(
            Map.entry("groups.participants.add", "WhatsApp lets nobody be added, people join by link"),
            Map.entry("groups.invite_link.delete", "in the generated reference only; a reset makes the old link void"),
            Map.entry("messages.individual.interactive_cta_url", "a link in a text does the same, in groups too"),
            Map.entry("messages.individual.reaction", "a bot answers with words; nothing follows from its reaction"),
            Map.entry("messages.individual.location", "a link to a map in a text does the same, in groups too"),
            Map.entry("messages.individual.contacts", "a phone number in a text does the same, in groups too"),
            Map.entry("templates.create", "templates are made and reviewed in WhatsApp Manager"),
            Map.entry("templates.create_from_library", "templates are made and reviewed in WhatsApp Manager"),
            Map.entry("templates.library_invite_link", "templates are made and reviewed in WhatsApp Manager"));

    /** Queries of ours that differ from the printed ones. The app's token travels in a header instead. */
    static final Map<String, Map<String, String>> QUERIES = Map.of("templates.list_fields",
            Map.of("status", "approved", "limit", "25"), "block_users.list", Map.of(), "app.subscriptions.create",
            Map.of("object", "whatsapp_business_account", "callback_url", "https://www.luckyshrub.com/webhooks",
                    "verify_token", "vibecoding", "fields", String.join(",", Subscription.FIELDS)));

    /** Parts of interactive messages that ours do not have. */
    static final Set<String> LEFT_OUT = Set.of("header", "footer");

    /** A call; what it answers is its meaning. */
    @FunctionalInterface
    interface Call {
        @Nullable
        Object make(GraphClient client, Business business) throws IOException;
    }

    static final Map<String, Call> CALLS = Map.ofEntries(
            asked("groups.list", business -> business.groups().list().toList()),
            asked("groups.get", business -> business.groups().info(GROUP, GroupField.SUBJECT, GroupField.DESCRIPTION,
                    GroupField.PARTICIPANTS, GroupField.JOIN_APPROVAL_MODE, GroupField.SUSPENDED,
                    GroupField.CREATION_TIMESTAMP, GroupField.TOTAL_PARTICIPANT_COUNT)),
            asked("groups.update_picture", business -> business.groups().changePicture(GROUP, picture())),
            asked("groups.invite_link.get", business -> business.groups().inviteLink(GROUP)),
            asked("groups.join_requests.list", business -> business.groups().joinRequests(GROUP).toList()),
            done("groups.create",
                    new GroupOperation.CreateGroup("New Purchase Inquiry",
                            "Jim, an existing client, would like to learn about"
                                    + " new car purchase options for current year models.",
                            false)),
            done("groups.delete", new GroupOperation.DeleteGroup()),
            done("groups.update_text",
                    new GroupOperation.ChangeSettings("Watch Enthusiasts",
                            "Join our community to discuss the latest timepieces.")),
            done("groups.invite_link.reset", new GroupOperation.ResetInviteLink()),
            done("groups.join_requests.approve", new GroupOperation.ApproveRequests(List.of(REQUEST, OTHER_REQUEST))),
            done("groups.join_requests.reject", new GroupOperation.RejectRequests(List.of(REQUEST))),
            done("groups.participants.remove",
                    new GroupOperation.RemoveMembers(List.of("16505551234", "US.13491208655302741918"))),
            said("messages.group.text",
                    new Body.Text("This is another destination option: https://www.luckytravel.com/DDLmU5F1Pw", true)),
            done("messages.group.text_reply", new Message.FreeForm(new Body.Text("Thanks Sheena"), MESSAGE)),
            said("messages.group.image_by_id",
                    new Body.Image(Attachment.of("1013859600285441"), "The best succulent ever?")),
            said("messages.group.image_by_link",
                    new Body.Image(Attachment.at("https://www.luckyshrub.com/assets/succulents/aloe.png"), "Aloe")),
            said("messages.group.video", new Body.Video(Attachment.of("1166846181421424"), "A succulent eclipse!")),
            said("messages.group.audio_voice", new Body.Audio(Attachment.of("1013859600285441"), true)),
            said("messages.group.document",
                    new Body.Document(Attachment.of("1376223850470843"), "order_abc123.pdf",
                            "Your order confirmation (PDF)")),
            said("messages.group.sticker", new Body.Sticker(Attachment.of("798882015472548"))),
            done("messages.group.template",
                    new Message.TemplateMessage(Template.of("event_update", "Saturday", "7:30 pm")
                            .header(new Template.Header.Image(Attachment.of("2871834006348767")))
                            .button(new Template.Button.Url(0, "A1B2"))
                            .button(new Template.Button.QuickReply(1, "COUNT_ME_IN")))),
            done("messages.group.template_named_params",
                    new Message.TemplateMessage(Template.of("reservation_confirmation").with("day", "Saturday")
                            .with("time", "7:30 pm"))),
            done("messages.individual.group_invite_template",
                    new Message.Invite("16505551234",
                            Template.of("group_invite", Template.INVITE_LINK, "Lucky Travel").in("en"))),
            done("messages.mark_read", new Message.MarkRead(MESSAGE)),
            done("messages.typing_indicator", new Message.ShowTyping(MESSAGE)),
            toPerson("messages.individual.text", "16505551234", new Body.Text("Hello")),
            toPerson("messages.individual.text_to_bsuid", "US.13491208655302741918", new Body.Text("Hello")),
            toPerson("messages.individual.interactive_buttons", "16505551234",
                    new Menu.Buttons("Hi Pablo! Your gardening workshop is scheduled for 9am tomorrow.",
                            List.of(new Menu.Button("change-button", "Change"),
                                    new Menu.Button("cancel-button", "Cancel")))),
            toPerson("messages.individual.interactive_list", "16505551234",
                    new Menu.Choices("Which shipping option do you prefer?", "Shipping Options",
                            List.of(new Menu.Section("I want it ASAP!",
                                    List.of(new Menu.Row("priority_express", "Priority Mail Express",
                                            "Next Day to 2 Days"))),
                                    new Menu.Section("I can wait a bit",
                                            List.of(new Menu.Row("first_class_mail", "First-Class Mail", null)))))),
            asked("block_users.block", business -> business.blockList().block(List.of(PABLO))),
            asked("block_users.unblock", business -> business.blockList().unblock(List.of(PABLO))),
            asked("block_users.list", business -> business.blockList().list().toList()),
            asked("business_profile.get", business -> business.numbers().profile()),
            asked("business_profile.update", business -> {
                business.numbers().changeProfile(
                        BusinessProfile.UNCHANGED.about("Succulent specialists!").vertical("RETAIL"));
                return "done";
            }),
            done("messages.group.pin", new Message.Pin(MESSAGE, 4)),
            done("messages.group.unpin", new Message.Unpin(MESSAGE)),
            asked("media.upload",
                    business -> business.media().upload(Upload.of("clip.mp4", "video/mp4", "<BINARY>".getBytes()))),
            asked("media.get_url", business -> business.media().find(MEDIA)),
            asked("media.download", business -> {
                var bytes = new ByteArrayOutputStream();
                business.media().download(MEDIA, 1_000_000, bytes);
                return bytes.toString();
            }),
            asked("media.delete", business -> {
                business.media().delete(MEDIA);
                return "done";
            }),
            asked("templates.list", business -> business.templates().list().toList()),
            asked("templates.list_fields", business -> business.templates().list(TemplateFilter.APPROVED).toList()),
            asked("phone_number.get", business -> business.numbers().info()),
            asked("phone_numbers.list", business -> business.numbers().list().toList()),
            asked("analytics.groups", business -> business.analytics().messages(TrafficQuery.toGroups(DAY))),
            asked("pricing_analytics.groups", business -> business.analytics().prices(PriceQuery.ofGroups(DAY))),
            asked("subscribed_apps.subscribe", business -> {
                business.subscription().subscribe();
                return "done";
            }),
            asked("subscribed_apps.override", business -> {
                business.subscription()
                        .subscribe(endpoint("https://my-waba-alternate-callback.com/webhook", WORD));
                return "done";
            }),
            asked("phone_number.webhook_override", business -> {
                business.subscription()
                        .subscribeNumber(endpoint("https://my-phone-alternate-callback.com/webhook", WORD));
                return "done";
            }),
            asked("app.subscriptions.create", business -> {
                business.subscription().chooseFields(new App(APP, "<APP_SECRET>"),
                        endpoint("https://www.luckyshrub.com/webhooks", "vibecoding"));
                return "done";
            }));

    private WireCalls() {}

    @FunctionalInterface
    private interface Question {
        Object ask(Business business) throws IOException;
    }

    private static Map.Entry<String, Call> asked(String file, Question question) {
        return Map.entry(file, (client, business) -> question.ask(business));
    }

    private static Map.Entry<String, Call> said(String file, Body body) {
        return done(file, new Message.FreeForm(body, null));
    }

    private static Map.Entry<String, Call> toPerson(String file, String person, Body body) {
        return Map.entry(file, (client, business) -> client.execute(Origin.person(person),
                new Message.FreeForm(body, null), CALLBACK));
    }

    private static Map.Entry<String, Call> done(String file, Action action) {
        return Map.entry(file, (client, business) -> client.execute(GROUP, action, CALLBACK));
    }

    private static Endpoint endpoint(String url, String word) {
        return new Endpoint(URI.create(url), word);
    }

    /** The smallest picture that a group may have, as far as its head. */
    static Picture picture() {
        return new Picture(Jpegs.of(192, 192));
    }

    /** Makes a call through this transport. */
    static @Nullable Object make(String file, FileTransport transport) throws IOException {
        var json = new ObjectMapper();
        Call call = CALLS.getOrDefault(file, WireCalls::anything);
        return call.make(Clients.of(SETTINGS, transport, json),
                new GraphBusiness(SETTINGS, "102290129340398", transport, json));
    }

    /** An error that any call may meet. */
    private static Object anything(GraphClient client, Business business) {
        return client.execute(GROUP, new Message.FreeForm(new Body.Text("hi"), null), CALLBACK);
    }

    /** What the client has a call for, or says why not. */
    static Set<String> known() {
        return Stream.of(CALLS.keySet(), NEVER.keySet()).flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
