package dev.tertulia.emulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.lock.StateLock;
import dev.tertulia.emulator.webhook.Deliverer;
import dev.tertulia.emulator.webhook.DeliverySettings;
import dev.tertulia.emulator.webhook.WebhookSender;
import dev.tertulia.emulator.webhook.WebhookTarget;

/**
 * WhatsApp's side of the line, in memory, without sockets. Thread-safe.
 *
 * <p>What changes is told by webhooks, which wait until {@link #deliverNext()} takes them to the target, or until an
 * {@link Emulator} does so in the background. Unknown groups and members are refused with a
 * {@link java.util.NoSuchElementException}, what WhatsApp would not let people do with an
 * {@link IllegalArgumentException}.
 */
public final class FakeWhatsApp {
    private final StateLock lock = new StateLock();
    private final MovableClock clock;
    private final AccountState state;
    private final WebhookSender sender;
    private final Membership membership;
    private final InboundMessages inbound;
    private final NumberChanges numberChanges;
    private final GraphApi graph;
    private final ControlApi control;
    private final Playground playground = new Playground();

    public FakeWhatsApp(AccountSettings settings, MovableClock clock) {
        this.clock = clock;
        state = new AccountState(settings, clock, lock);
        sender = new WebhookSender(state.webhooks(), lock, () -> state.settings().appSecret());
        var events = new GroupEvents(state);
        membership = new Membership(state, events);
        inbound = new InboundMessages(state);
        numberChanges = new NumberChanges(state);
        graph = new GraphApi(state, membership);
        control = new ControlApi(state, lock, membership, graph);
        clock.onMove(() -> lock.run(lock::work));
    }

    public AccountSettings settings() {
        return lock.locked(state::settings);
    }

    public MovableClock clock() {
        return clock;
    }

    /** Answers whatever comes over HTTP: Graph API, control interface, page. A long poll keeps its thread waiting. */
    public Response handle(Request request) {
        if (GraphApi.serves(request.path())) {
            return lock.locked(() -> {
                Response response = graph.handle(request);
                lock.changed();
                return response;
            });
        }
        if (ControlApi.serves(request.path())) {
            return lock.locked(() -> control.handle(request));
        }
        if (Playground.serves(request.path()) && request.method().equals("GET")) {
            return playground.handle(request);
        }
        return Response.json(404, Json.object("error",
                "Nothing is at %s %s. Open /playground, drive people at /emulator/…, call the Graph API at /v25.0/…."
                        .formatted(request.method(), request.path())));
    }

    /** Sets where deliveries go from now on; until then they wait. */
    public void webhooksTo(WebhookTarget target) {
        lock.run(() -> state.webhooks().target(target));
    }

    /** Sets whether an address that is given over HTTP has to pass the handshake before webhooks go there. */
    public void handshake(boolean asked) {
        lock.run(() -> state.targets().handshake(asked));
    }

    /** Sets whether an address that is given over HTTP may be of another machine. */
    public void webhooksAnywhere(boolean allowed) {
        lock.run(() -> state.targets().anywhere(allowed));
    }

    /** Sends deliveries to an address, after a handshake if one is asked for. */
    void webhooksTo(URI url) {
        lock.run(() -> state.webhooks().target(state.targets().of(url, state.settings().verifyToken())));
    }

    /** Delivers the next webhook on this thread. False if none waits, or if it failed: then it waits for its next turn. */
    public boolean deliverNext() {
        return sender.deliverNext();
    }

    /** Starts a thread that delivers webhooks as soon as they are due. */
    Deliverer deliverInBackground() {
        return Deliverer.start(sender);
    }

    int watchers() {
        return lock.locked(lock::watchers);
    }

    /** Drops the webhooks that wait, for instance those of a set-up that the bot should not hear of. */
    public int discardWebhooks() {
        return lock.locked(state.webhooks()::discard);
    }

    /** Adds a signal for whenever a webhook may be due. It runs on the thread that made it so, which holds no lock. */
    public void onWork(Runnable signal) {
        sender.onWork(signal);
    }

    public GroupView createGroup(String subject) {
        return lock.locked(() -> membership.create(new NewGroup(state.firstNumber(), subject, "", false))
                .view());
    }

    /** Joins by link. A phone of null draws a fresh one; an empty phone is withheld. */
    public MemberView join(String groupId, String name, @Nullable String phone) {
        return lock.locked(() -> {
            ChatGroup group = state.group(groupId);
            Person person = state.people().called(name, phone);
            membership.join(group, person);
            return person.view();
        });
    }

    public void leave(String groupId, String memberId) {
        lock.run(() -> membership.leave(state.group(groupId), state.group(groupId).member(memberId)));
    }

    /** Gives a member another phone number, a fresh one for null, and with it another user id; the business is told. */
    public MemberView changeNumber(String groupId, String memberId, @Nullable String phone) {
        return renamed(groupId, memberId, person -> numberChanges.number(person, phone));
    }

    /** Lets a member hide the phone number behind a username from now on. */
    public MemberView hideNumber(String groupId, String memberId) {
        return renamed(groupId, memberId, numberChanges::hide);
    }

    private MemberView renamed(String groupId, String memberId, UnaryOperator<Person> change) {
        return lock.locked(() -> {
            MemberView view = change.apply(state.group(groupId).member(memberId)).view();
            lock.changed();
            return view;
        });
    }

    /** Says something now, and answers with the message's id. */
    public String say(String groupId, String memberId, String text) {
        return said(groupId, memberId, InboundMessages.Words.text(text, null, null));
    }

    /** Says something at another time: WhatsApp may deliver hours later what was written on a phone without network. */
    public String say(String groupId, String memberId, String text, Instant at) {
        return said(groupId, memberId, InboundMessages.Words.text(text, null, at));
    }

    public String reply(String groupId, String memberId, String quotedWamid, String text) {
        return said(groupId, memberId, InboundMessages.Words.text(text, quotedWamid, null));
    }

    private String said(String groupId, String memberId, InboundMessages.Words words) {
        return lock.locked(() -> {
            ChatGroup group = state.group(groupId);
            return inbound.inGroup(group, group.member(memberId), words);
        });
    }

    /** Meta suspends the group, or lets it go on. */
    public void suspend(String groupId, boolean suspended) {
        lock.run(() -> membership.suspend(state.group(groupId), suspended));
    }

    /** Everything that can be read in the group, oldest first; also after it was deleted. */
    public List<ChatMessage> transcript(String groupId) {
        return lock.locked(() -> state.everKnown(groupId).transcript());
    }

    /** A group as it is now, or as it was when it was deleted. */
    public GroupView group(String groupId) {
        return lock.locked(() -> state.everKnown(groupId).view());
    }

    /** The next moment after that one at which a webhook is due that is held back. */
    public Optional<Instant> dueAfter(Instant moment) {
        return lock.locked(() -> state.webhooks().dueAfter(moment));
    }

    /** Whether a webhook waits that can be delivered now, or is on its way. */
    public boolean isDelivering() {
        return lock.locked(state.webhooks()::isDelivering);
    }

    public List<GroupView> groups() {
        return lock.locked(() -> state.groups().values().stream().map(ChatGroup::view).toList());
    }

    public Faults faults() {
        return state.faults();
    }

    public Templates templates() {
        return state.templates();
    }

    /** Limits the messages of the number; what is above gets 130429. 0 lifts the limit. */
    public void limitMessages(int perSecond) {
        lock.run(() -> state.limit(state.limits().withMessagesPerSecond(perSecond)));
    }

    /** Limits every lane. */
    public void limit(Limits limits) {
        lock.run(() -> state.limit(limits));
    }

    /** Sets how receipts come from now on. */
    public void receipts(Receipts receipts) {
        lock.run(() -> state.receipts(receipts));
    }

    /** Sets how webhooks reach the bot from now on. */
    public void deliveries(DeliverySettings deliverySettings) {
        lock.run(() -> state.webhooks().settings(deliverySettings));
    }

    /** Gives the business one more phone number. */
    public void addNumber(String phoneNumberId, String displayPhoneNumber) {
        lock.run(() -> state.addNumber(phoneNumberId, displayPhoneNumber));
    }

    /** Plants what a seed file in YAML holds: numbers, templates, limits, groups with members. */
    public void seed(Path file) {
        ObjectNode seed = SeedFile.read(file);
        lock.run(() -> new SeedFile(state, membership).plant(seed));
    }

    /**
     * Goes on where a cloud stopped that was kept in a file.
     *
     * @throws IllegalArgumentException if the file holds something else
     */
    public void restore(Path file) {
        lock.run(() -> new SavedState(state).restore(file));
    }

    /** Keeps all of it in a file from now on, until the keeper is closed. */
    public StateFile keep(Path file) {
        return new StateFile(file, this);
    }

    byte[] saved() {
        return Json.bytes(lock.locked(() -> new SavedState(state).written()));
    }

    /** Waits until the count of changes is another than the one given; returns it. */
    long awaitChange(long known) {
        return lock.locked(() -> {
            lock.awaitChange(known, Duration.ofMinutes(1));
            return lock.changes();
        });
    }

    /** Says at which address callers reach this cloud, so that links to media work. */
    void reachedAt(URI base) {
        lock.run(() -> state.base(base.toString()));
    }

    /** The latest 500 Graph API calls with their answers, newest last. */
    public List<ApiCall> calls() {
        return lock.locked(() -> state.calls().latest());
    }

    /** Adds somebody who is told each Graph API call with its answer, in their order, and must be quick about it. */
    public void onCall(Consumer<ApiCall> listener) {
        lock.run(() -> state.calls().listen(listener));
    }

    /** How many free-form messages arrived outside of the window. */
    public long violations() {
        return lock.locked(state::violations);
    }

    /** Forgets everything but the target and the clock. */
    public void reset() {
        lock.run(() -> {
            state.reset();
            lock.changed();
        });
    }
}
