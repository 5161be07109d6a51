package dev.homelab.streambot.connection;

import java.util.UUID;

/** That there is a link, without its tokens, which may be renewed at any moment. */
record Linked(UUID id, String platform) {}
