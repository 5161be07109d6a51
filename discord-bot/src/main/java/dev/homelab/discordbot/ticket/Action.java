package dev.homelab.discordbot.ticket;

/** What can be done to a ticket; each is a line of the audit log. */
public enum Action {
    QUEUED,
    OPENED,
    CLAIMED,
    UNCLAIMED,
    ASSIGNED,
    PRIORITY_SET,
    TURN_SET,
    RENAMED,
    PERSON_ADDED,
    PERSON_REMOVED,
    NOTES_OPENED,
    PARKED,
    WOKEN,
    WARNED_STALE,
    RESPONSE_LATE,
    SNOOZED,
    CLOSE_ASKED,
    CLOSE_DECLINED,
    CLOSED,
    REOPENED,
    RATED,
    MOVED,
    THREAD_LOST,
    THREAD_DELETED
}
