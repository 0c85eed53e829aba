package dev.tertulia.moderation.rules;

/** The type of a message. */
public enum MessageType {
    TEXT,
    IMAGE,
    VIDEO,
    /** An audio file that was attached. */
    AUDIO,
    /** Speech that was recorded in WhatsApp. */
    VOICE,
    DOCUMENT,
    STICKER,
    LOCATION,
    CONTACTS,
    /** Something else, or no message. */
    OTHER
}
