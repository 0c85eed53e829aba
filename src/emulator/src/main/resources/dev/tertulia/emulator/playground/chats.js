// The chats of people, with what each person can do in them, and the bot on their behalf.
import { attempt, call, graph, path } from "/playground/page.js";

const BOT = "Bot";
const OUTSIDE = "outside";

/** The owners of the phones: the members of a group, then the people outside of all groups who have a private chat. */
export function owners(state, group) {
  const members = (group?.members ?? []).map((member) => ({
    key: group.id + " " + member.id,
    member,
    chats: [groupChat(group, member), ...privateChats(state, member, group.number)],
    leave: () => attempt(() => call("DELETE", path("groups", group.id, "members", member.id))),
    remove: () => attempt(() => graph("DELETE", path(group.id, "participants"),
      { messaging_product: "whatsapp", participants: [{ user_id: member.user_id }] })),
  }));
  return [...members, ...outside(state).map((person) => ({
    key: OUTSIDE + " " + person.id, member: person, chats: privateChats(state, person),
  }))];
}

/** The keys of all owners in all groups. */
export function ownerKeys(state) {
  return new Set([...state.groups.flatMap((group) => group.members.map((member) => group.id + " " + member.id)),
    ...outside(state).map((person) => OUTSIDE + " " + person.id)]);
}

function outside(state) {
  const inGroups = new Set(state.groups.flatMap((group) => group.members.map((member) => member.id)));
  const people = new Map(state.chats.map(({ person }) => [person.id, person]));
  return [...people.values()].filter((person) => !inGroups.has(person.id));
}

function groupChat(group, member) {
  const joined = group.messages.findLastIndex((message) => message.kind === "system" && message.from === member.id);
  return {
    id: "group",
    title: group.subject,
    heading: "Group " + group.subject,
    nothing: "Nothing has been written in this group yet.",
    messages: group.messages.slice(Math.max(0, joined)),
    pinned: group.pinned,
    members: group.members,
    actions: {
      ...actions((one) => [path("groups", group.id), { from: one.id }]),
      pin: (message, pinned) => attempt(() => graph("POST", path(group.number, "messages"), {
        messaging_product: "whatsapp", recipient_type: "group", to: group.id, type: "pin",
        pin: pinned
          ? { type: "unpin", message_id: message.id }
          : { type: "pin", message_id: message.id, expiration_days: 7 },
      })),
    },
  };
}

/** A chat for each number with which the person has one, and for the number of the group. */
function privateChats(state, person, number) {
  const known = state.chats.filter((chat) => chat.person.id === person.id);
  const numbers = new Set([...(number ? [number] : []), ...known.map((chat) => chat.number)]);
  return [...numbers].map((id) => {
    const chat = known.find((one) => one.number === id);
    const display = state.numbers.find((one) => one.id === id).display_phone_number;
    return {
      id,
      private: true,
      title: numbers.size > 1 ? `${BOT} +${display}` : `${BOT} (private)`,
      heading: `Private chat with the bot at +${display}`,
      nothing: "Nothing has been written here yet. What this person writes here, only the bot reads.",
      messages: chat?.messages ?? [],
      pinned: [],
      members: [person],
      windowUntil: chat?.window_until,
      actions: actions((one) => [path("people", one.id), { number: id }]),
    };
  });
}

/** @param where returns the path of a chat, and what each request says of the person */
function actions(where) {
  const post = (member, kind, words) => attempt(() => {
    const [to, common] = where(member);
    return call("POST", to + "/" + kind, { ...common, ...words });
  });
  return {
    bot: BOT,
    say: (member, text, quoted) => post(member, "messages", { text, ...(quoted && { quoted }) }),
    react: (member, message, emoji) => post(member, "messages", {
      type: "reaction",
      content: { message_id: message.id, ...(message.reactions[member.id] !== emoji && { emoji }) },
    }),
    attach: async (member, file, caption) => post(member, "messages", await attached(file, caption)),
    tap: (member, message, choice) => post(member, "taps", { message: message.id, id: choice.id }),
  };
}

const KINDS = { "image/jpeg": "image", "image/png": "image", "image/webp": "sticker", "video/mp4": "video", "video/3gpp": "video" };

async function attached(file, caption) {
  const type = KINDS[file.type] ?? (file.type.startsWith("audio/") ? "audio" : "document");
  const data = await new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
  return { type, content: { mime_type: file.type || "application/octet-stream", data, ...(caption && { caption }), ...(type === "document" && { filename: file.name }) } };
}
