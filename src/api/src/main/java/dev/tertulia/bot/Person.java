package dev.tertulia.bot;

/** A one-to-one chat of the business with a person, identified by user id or phone number. */
public non-sealed interface Person extends Conversation {}
