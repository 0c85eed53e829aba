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

/**
 * WhatsApp's side of the line, in memory, without sockets. Thread-safe.
 *
 * <p>What changes is told by webhooks, which wait until {@link #deliverNext()} takes them to the target, or until an
 * {@link Emulator} does so in the background. Unknown groups and members are refused with a
 * {@link java.util.NoSuchElementException}, what WhatsApp would not let people do with an
 * {@link IllegalArgumentException}.
 */
public final class Cloud {
    private final Guard guard = new Guard();
    private final MovableClock clock;
    private final World world;
    private final Courier courier;
    private final Membership membership;
    private final Speech speech;
    private final Renaming renaming;
    private final GraphApi graph;
    private final Control control;
    private final Playground playground = new Playground();

    public Cloud(CloudSettings settings, MovableClock clock) {
        this.clock = clock;
        world = new World(settings, clock, guard);
        courier = new Courier(world, guard);
        var events = new GroupEvents(world);
        membership = new Membership(world, events);
        speech = new Speech(world);
        renaming = new Renaming(world);
        graph = new GraphApi(world, membership);
        control = new Control(world, guard, membership, graph);
        clock.onMove(() -> guard.run(guard::work));
    }

    public CloudSettings settings() {
        return guard.locked(world::settings);
    }

    public MovableClock clock() {
        return clock;
    }

    /** Answers whatever comes over HTTP: Graph API, control interface, page. A long poll keeps its thread waiting. */
    public Response handle(Request request) {
        if (GraphApi.serves(request.path())) {
            return guard.locked(() -> {
                Response response = graph.handle(request);
                guard.changed();
                return response;
            });
        }
        if (Control.serves(request.path())) {
            return guard.locked(() -> control.handle(request));
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
        guard.run(() -> world.mailroom().target(target));
    }

    /** Sets whether an address that is given over HTTP has to pass the handshake before webhooks go there. */
    public void handshake(boolean asked) {
        guard.run(() -> world.handshake(asked));
    }

    /** Sets whether an address that is given over HTTP may be of another machine. */
    public void webhooksAnywhere(boolean allowed) {
        guard.run(() -> world.webhooksAnywhere(allowed));
    }

    /** Sends deliveries to an address, after a handshake if one is asked for. */
    void webhooksTo(URI url) {
        guard.run(() -> world.mailroom().target(world.webhooks(url, world.settings().verifyToken())));
    }

    /** Delivers the next webhook on this thread. False if none waits, or if it failed: then it waits for its next turn. */
    public boolean deliverNext() {
        return courier.deliver(false);
    }

    boolean deliverDue() {
        return courier.deliver(true);
    }

    int watchers() {
        return guard.locked(guard::watchers);
    }

    long nanosUntilDue() {
        return guard.locked(world.mailroom()::nanosUntilDue);
    }

    /** Drops the webhooks that wait, for instance those of a set-up that the bot should not hear of. */
    public int discardWebhooks() {
        return guard.locked(world.mailroom()::discard);
    }

    /** Adds a signal for whenever a webhook may be due. It runs on the thread that made it so, which holds no lock. */
    public void onWork(Runnable signal) {
        guard.onWork(signal);
    }

    public GroupView createGroup(String subject) {
        return guard.locked(() -> membership.create(new Membership.Founding(world.firstNumber(), subject, "", false))
                .view());
    }

    /** Joins by link. A phone of null draws a fresh one; an empty phone is withheld. */
    public MemberView join(String groupId, String name, @Nullable String phone) {
        return guard.locked(() -> {
            ChatGroup group = world.group(groupId);
            Person person = world.people().called(name, phone);
            membership.join(group, person);
            return person.view();
        });
    }

    public void leave(String groupId, String memberId) {
        guard.run(() -> membership.leave(world.group(groupId), world.group(groupId).member(memberId)));
    }

    /** Gives a member another phone number, a fresh one for null, and with it another user id; the business is told. */
    public MemberView changeNumber(String groupId, String memberId, @Nullable String phone) {
        return renamed(groupId, memberId, person -> renaming.number(person, phone));
    }

    /** Lets a member hide the phone number behind a username from now on. */
    public MemberView hideNumber(String groupId, String memberId) {
        return renamed(groupId, memberId, renaming::hide);
    }

    private MemberView renamed(String groupId, String memberId, UnaryOperator<Person> change) {
        return guard.locked(() -> {
            MemberView view = change.apply(world.group(groupId).member(memberId)).view();
            guard.changed();
            return view;
        });
    }

    /** Says something now, and answers with the message's id. */
    public String say(String groupId, String memberId, String text) {
        return said(groupId, memberId, Speech.Words.text(text, null, null));
    }

    /** Says something at another time: WhatsApp may deliver hours later what was written on a phone without network. */
    public String say(String groupId, String memberId, String text, Instant at) {
        return said(groupId, memberId, Speech.Words.text(text, null, at));
    }

    public String reply(String groupId, String memberId, String quotedWamid, String text) {
        return said(groupId, memberId, Speech.Words.text(text, quotedWamid, null));
    }

    private String said(String groupId, String memberId, Speech.Words words) {
        return guard.locked(() -> {
            ChatGroup group = world.group(groupId);
            return speech.inGroup(group, group.member(memberId), words);
        });
    }

    /** Meta suspends the group, or lets it go on. */
    public void suspend(String groupId, boolean suspended) {
        guard.run(() -> membership.suspend(world.group(groupId), suspended));
    }

    /** Everything that can be read in the group, oldest first; also after it was deleted. */
    public List<Bubble> transcript(String groupId) {
        return guard.locked(() -> world.everKnown(groupId).transcript());
    }

    /** A group as it is now, or as it was when it was deleted. */
    public GroupView group(String groupId) {
        return guard.locked(() -> world.everKnown(groupId).view());
    }

    /** The next moment after that one at which a webhook is due that is held back. */
    public Optional<Instant> dueAfter(Instant moment) {
        return guard.locked(() -> world.mailroom().dueAfter(moment));
    }

    /** Whether a webhook waits that can be delivered now, or is on its way. */
    public boolean isDelivering() {
        return guard.locked(world.mailroom()::isDelivering);
    }

    public List<GroupView> groups() {
        return guard.locked(() -> world.groups().values().stream().map(ChatGroup::view).toList());
    }

    public Faults faults() {
        return world.faults();
    }

    public Templates templates() {
        return world.templates();
    }

    /** Limits the messages of the number; what is above gets 130429. 0 lifts the limit. */
    public void limitMessages(int perSecond) {
        guard.run(() -> world.limit(world.limits().withMessagesPerSecond(perSecond)));
    }

    /** Limits every lane. */
    public void limit(Limits limits) {
        guard.run(() -> world.limit(limits));
    }

    /** Sets how receipts come from now on. */
    public void receipts(Receipts receipts) {
        guard.run(() -> world.receipts(receipts));
    }

    /** Sets how webhooks reach the bot from now on. */
    public void deliveries(Deliveries habits) {
        guard.run(() -> world.mailroom().habits(habits));
    }

    /** Gives the business one more phone number. */
    public void addNumber(String phoneNumberId, String displayPhoneNumber) {
        guard.run(() -> world.addNumber(phoneNumberId, displayPhoneNumber));
    }

    /** Plants what a seed file in YAML holds: numbers, templates, limits, groups with members. */
    public void seed(Path file) {
        ObjectNode seed = SeedFile.read(file);
        guard.run(() -> new SeedFile(world, membership).plant(seed));
    }

    /**
     * Goes on where a cloud stopped that was kept in a file.
     *
     * @throws IllegalArgumentException if the file holds something else
     */
    public void restore(Path file) {
        guard.run(() -> new KeptScene(world).restore(file));
    }

    /** Keeps all of it in a file from now on, until the keeper is closed. */
    public Keeper keep(Path file) {
        return new Keeper(file, this);
    }

    byte[] scene() {
        return Json.bytes(guard.locked(() -> new KeptScene(world).written()));
    }

    /** Waits until the count of changes is another than the one given; returns it. */
    long awaitChange(long known) {
        return guard.locked(() -> {
            guard.awaitChange(known, Duration.ofMinutes(1));
            return guard.changes();
        });
    }

    /** Says at which address callers reach this cloud, so that links to media work. */
    void reachedAt(URI base) {
        guard.run(() -> world.base(base.toString()));
    }

    /** The latest 500 Graph API calls with their answers, newest last. */
    public List<Call> calls() {
        return guard.locked(() -> world.calls().latest());
    }

    /** Adds somebody who is told each Graph API call with its answer, in their order, and must be quick about it. */
    public void onCall(Consumer<Call> listener) {
        guard.run(() -> world.calls().listen(listener));
    }

    /** How many free-form messages arrived outside of the window. */
    public long violations() {
        return guard.locked(world::violations);
    }

    /** Forgets everything but the target and the clock. */
    public void reset() {
        guard.run(() -> {
            world.reset();
            guard.changed();
        });
    }
}
