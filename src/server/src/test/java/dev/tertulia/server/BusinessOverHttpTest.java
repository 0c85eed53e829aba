package dev.tertulia.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Picture;
import dev.tertulia.business.Business;
import dev.tertulia.business.FileTooLarge;
import dev.tertulia.business.GroupField;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.business.JoinRequest;
import dev.tertulia.business.MediaFile;
import dev.tertulia.business.NumberInfo;
import dev.tertulia.business.Price;
import dev.tertulia.business.PriceQuery;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.Span;
import dev.tertulia.business.Subscription.App;
import dev.tertulia.business.Subscription.Endpoint;
import dev.tertulia.business.TemplateFilter;
import dev.tertulia.business.TemplateInfo;
import dev.tertulia.business.TrafficQuery;
import dev.tertulia.business.Upload;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.emulator.AccountSettings;
import dev.tertulia.emulator.Emulator;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.MovableClock;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.graph.GraphClient;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.Jpegs;
import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.graph.http.HttpTransport;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.server.beans.RoutedBusiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

/** Every call of {@link Business} works over HTTP against the emulator. */
class BusinessOverHttpTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final AccountSettings ACCOUNT = AccountSettings.demo();
    private static final GraphSettings SETTINGS = new GraphSettings("v25.0", ACCOUNT.phoneNumberId(),
            ACCOUNT.accessToken(), "en");
    private static final Span TODAY = new Span(NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofHours(23)));
    private static final Endpoint ENDPOINT = new Endpoint(URI.create("https://bot.example.org/webhook"), "word");

    private final FakeWhatsApp whatsApp = new FakeWhatsApp(ACCOUNT, MovableClock.stoppedAt(NOW));
    private final Emulator emulator = Emulator.start(0, whatsApp);
    private final HttpTransport http = new HttpTransport(emulator.url(), Duration.ofSeconds(10));
    private final Business business = new GraphBusiness(SETTINGS, ACCOUNT.businessAccountId(), http,
            new ObjectMapper());
    private final String group = whatsApp.createGroup("Tea").id();

    @BeforeEach
    void takeAnyAddress() {
        whatsApp.webhooks().anywhere(true);
    }

    @AfterEach
    void close() {
        http.close();
        emulator.close();
    }

    private void control(String path, String json) {
        whatsApp.handle(
                new Request("POST", "/emulator" + path, Map.of(), Map.of(), json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void tellsAllOfAGroup() {
        String ana = whatsApp.join(group, "Ana", "16505551234").id();

        GroupInfo info = business.groups().info(group);

        assertThat(info).isEqualTo(new GroupInfo(group, "Tea", null, "auto_approve", false, NOW, 1,
                info.participants()));
        assertThat(info.participants()).extracting("phone").containsExactly("16505551234");
        assertThat(ana).isNotEmpty();
    }

    @Test
    void tellsOnlyWhatWasAskedFor() {
        GroupInfo info = business.groups().info(group, GroupField.SUBJECT, GroupField.SUSPENDED);

        assertThat(info).isEqualTo(new GroupInfo(group, "Tea", null, null, false, null, null, info.participants()));
        assertThat(info.participants()).isEmpty();
    }

    @Test
    void saysThatAGroupIsUnknown() {
        String unknown = "Y2FwaV9ncm91cDoxOjIZD";

        assertThatExceptionOfType(RefusedByWhatsApp.class).isThrownBy(() -> business.groups().info(unknown))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(131041))
                .satisfies(refused -> assertThat(refused.httpStatus()).isEqualTo(400));
    }

    @Test
    void anIdCannotLeadElsewhere() {
        assertThatExceptionOfType(InvalidArgument.class)
                .isThrownBy(() -> business.groups().info(ACCOUNT.phoneNumberId() + "/groups?x="))
                .withMessage("'106540352242922/groups?x=' is no id of anything at WhatsApp;"
                        + " give one as it came in an event or an answer of WhatsApp's");

        assertThat(whatsApp.calls()).isEmpty();
    }

    @Test
    void listsGroupsPageByPage() {
        IntStream.range(0, 6).forEach(i -> whatsApp.createGroup("Group " + i));

        assertThat(business.groups().list(3)).extracting(GroupSummary::subject).containsExactly("Tea", "Group 0",
                "Group 1", "Group 2", "Group 3", "Group 4", "Group 5");
        assertThat(whatsApp.calls()).hasSize(3);
        assertThat(business.groups().list()).hasSize(7).first()
                .isEqualTo(new GroupSummary(group, "Tea", NOW));
    }

    @Test
    void pagesOfGroupsHave1To1024() {
        assertThatIllegalArgumentException().isThrownBy(() -> business.groups().list(0))
                .withMessage("a page of 0 groups: WhatsApp gives 1 to 1024");
        assertThatIllegalArgumentException().isThrownBy(() -> business.groups().list(1025))
                .withMessage("a page of 1025 groups: WhatsApp gives 1 to 1024");
    }

    @Test
    void tellsTheInviteLink() {
        assertThat(business.groups().inviteLink(group)).isEqualTo(whatsApp.groups().getFirst().inviteLink());
    }

    @Test
    void listsWhoWantsToJoin() {
        control("/groups", "{\"subject\":\"Board\",\"join_approval_mode\":\"approval_required\"}");
        String board = whatsApp.groups().getLast().id();
        IntStream.range(0, 30).forEach(
                i -> control("/groups/" + board + "/members", "{\"name\":\"P%d\",\"phone\":\"165055500%02d\"}"
                        .formatted(i, i)));

        assertThat(business.groups().joinRequests(board)).hasSize(30).extracting(JoinRequest::id)
                .doesNotHaveDuplicates();
        assertThat(business.groups().joinRequests(board).findFirst().orElseThrow())
                .satisfies(request -> assertThat(request.member().phone()).isEqualTo("16505550000"))
                .satisfies(request -> assertThat(request.creationTimestamp()).isEqualTo(NOW));
    }

    @Test
    void changesThePicture() {
        byte[] jpeg = Jpegs.of(640, 640, 3_000_000);

        assertThat(business.groups().changePicture(group, new Picture(jpeg))).matches("[0-9A-F]{32}");

        byte[] shown = whatsApp.handle(
                new Request("GET", "/emulator/groups/" + group + "/picture", Map.of(), Map.of(), new byte[0])).body();
        assertThat(shown).isEqualTo(jpeg);
    }

    @Test
    void uploadsFindsFetchesAndDeletesAFile() throws IOException {
        byte[] film = new byte[3_000_000];
        new Random(1).nextBytes(film);
        var fetched = new ByteArrayOutputStream();

        String id = business.media().upload(Upload.of("a \"film\" of tea.mp4", "video/mp4", film));
        MediaFile found = business.media().find(id);
        long size = business.media().download(id, film.length, fetched);
        business.media().delete(id);

        assertThat(found).extracting(MediaFile::id, MediaFile::mimeType, MediaFile::fileSize).containsExactly(id,
                "video/mp4", (long) film.length);
        assertThat(found.sha256()).hasSize(64);
        assertThat(size).isEqualTo(film.length);
        assertThat(fetched.toByteArray()).isEqualTo(film);
        assertThatExceptionOfType(RefusedByWhatsApp.class).isThrownBy(() -> business.media().find(id));
    }

    @Test
    void fetchesNothingThatIsTooLarge() throws IOException {
        String id = business.media().upload(Upload.of("a.txt", "text/plain", new byte[1001]));
        var fetched = new ByteArrayOutputStream();

        assertThatExceptionOfType(FileTooLarge.class)
                .isThrownBy(() -> business.media().download(id, 1000, fetched))
                .withMessage("file " + id + " has 1001 bytes, 1000 are allowed");
        assertThat(fetched.size()).isZero();
    }

    @Test
    void saysWhenTheFileToUploadBreaks() {
        Upload broken = new Upload("a.txt", "text/plain", 10, () -> {
            throw new IOException("the disk is gone");
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> business.media().upload(broken))
                .withMessage("the disk is gone");
        assertThat(whatsApp.calls()).isEmpty();
    }

    @Test
    void aFileThatIsShorterThanItSaysIsNoUpload() {
        Upload shorter = new Upload("a.txt", "text/plain", 10, () -> new ByteArrayInputStream(new byte[9]));

        try (var impatient = new HttpTransport(emulator.url(), Duration.ofMillis(200))) {
            Business hurried = new GraphBusiness(SETTINGS, null, impatient, new ObjectMapper());
            assertThatExceptionOfType(WhatsAppUnavailable.class).isThrownBy(() -> hurried.media().upload(shorter));
        }
    }

    @Test
    void listsTemplates() {
        whatsApp.templates().add("welcome", "en", "Welcome, {{1}}!");
        whatsApp.templates().add("offer", "en", "Cheap", "MARKETING");

        assertThat(business.templates().list()).extracting(TemplateInfo::name).contains("welcome", "offer");
        assertThat(business.templates().list(TemplateFilter.named("welcome"))).singleElement()
                .satisfies(one -> assertThat(one.status()).isEqualTo("APPROVED"))
                .satisfies(one -> assertThat(one.components().getFirst().text()).isEqualTo("Welcome, {{1}}!"));
    }

    @Test
    void tellsHowTheNumberIs() {
        NumberInfo info = business.numbers().info();

        assertThat(info).extracting(NumberInfo::id, NumberInfo::qualityRating, NumberInfo::throughput)
                .containsExactly(ACCOUNT.phoneNumberId(), "GREEN", new NumberInfo.Throughput("STANDARD"));
        assertThat(business.numbers().health().canSendMessage()).isEqualTo("AVAILABLE");
        assertThat(business.numbers().health().entities()).extracting("entityType").containsExactly("PHONE_NUMBER",
                "WABA", "BUSINESS", "APP");
        assertThat(business.numbers().list()).extracting(NumberInfo::id).containsExactly(ACCOUNT.phoneNumberId());
    }

    @Test
    void countsMessagesAndTheirPrices() throws IOException {
        String ana = whatsApp.join(group, "Ana", "16505551234").id();
        whatsApp.say(group, ana, "hello");
        String id = business.media().upload(Upload.of("a.png", "image/png", new byte[10]));
        new GraphClient(SETTINGS, http, new ObjectMapper(), business.groups()).execute(group,
                new Message.FreeForm(new Body.Image(Attachment.of(id), "tea"), null), "1");

        assertThat(business.analytics().messages(TrafficQuery.toGroups(TODAY))).singleElement()
                .satisfies(day -> assertThat(day.groupsSent()).isEqualTo(1))
                .satisfies(day -> assertThat(day.groupsReceived()).isNull());
        assertThat(business.analytics().prices(PriceQuery.ofGroups(TODAY)))
                .extracting(Price::pricingCategory, Price::country, Price::volume)
                .containsExactly(tuple("GROUP_SERVICE", "US", 1L));
    }

    @Test
    void subscribesTheApp() {
        business.subscription().subscribe();
        business.subscription().subscribe(ENDPOINT);
        business.subscription().subscribeNumber(ENDPOINT);
        business.subscription().chooseFields(new App("1", ACCOUNT.appSecret()), ENDPOINT);

        assertThat(whatsApp.calls()).extracting("status").containsExactly(200, 200, 200, 200);
        assertThat(business.numbers().info().webhookConfiguration())
                .isEqualTo(new NumberInfo.WebhookConfiguration("https://bot.example.org/webhook", null,
                        "https://bot.example.org/webhook"));
    }

    @Test
    void saysWhenNobodyAnswers() {
        emulator.close();

        assertThatExceptionOfType(WhatsAppUnavailable.class).isThrownBy(() -> business.numbers().health())
                .withMessage("WhatsApp gave no answer to GET " + ACCOUNT.phoneNumberId());
    }

    @Test
    void saysWhatItNeedsForTheAccount() {
        Business without = new GraphBusiness(SETTINGS, null, http, new ObjectMapper());

        assertThatIllegalStateException().isThrownBy(() -> without.templates().list())
                .withMessage("this needs the WhatsApp business account: set WHATSAPP_BUSINESS_ACCOUNT_ID to the id that"
                        + " the app's WhatsApp page shows");
        assertThat(without.numbers().info().id()).isEqualTo(ACCOUNT.phoneNumberId());
    }

    @Test
    void eachNumberIsAskedForItself() {
        Business one = new RoutedBusiness(Map.of(ACCOUNT.phoneNumberId(), business));
        Business two = new RoutedBusiness(new TreeMap<>(Map.of("1", business, "2", business)));

        assertThat(one.numbers().info().id()).isEqualTo(ACCOUNT.phoneNumberId());
        assertThat(two.of("2").of(ACCOUNT.phoneNumberId()).groups().inviteLink(group)).isNotEmpty();
        assertThatIllegalStateException().isThrownBy(two::groups).withMessage(
                "there are several numbers; call business.of(number) with one of 1, 2");
        assertThatIllegalArgumentException().isThrownBy(() -> two.of("3"))
                .withMessage("'3' is not a phone number id of this process; the ids are 1, 2");
        assertThatIllegalArgumentException().isThrownBy(() -> business.of("3"))
                .withMessage("'3' is not the phone number id " + ACCOUNT.phoneNumberId());
    }
}
