package dev.homelab.discordbot.discord.interaction;

import dev.homelab.discordbot.discord.CustomId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a form carries through Discord and back; written short, since a custom id has 100 characters.
 *
 * @param nonce drawn when the form is shown, so that submitting it twice makes one ticket
 * @param member for whom staff open it; 0 when the member does
 * @param channel of the message that it is about; 0 for none
 * @param message that it is about; 0 for none
 */
record FormId(long type, UUID nonce, long member, long channel, long message) {

    private static final int RADIX = 36;

    static FormId of(long type) {
        return new FormId(type, UUID.randomUUID(), 0, 0, 0);
    }

    static FormId about(long type, long channel, long message) {
        return new FormId(type, UUID.randomUUID(), 0, channel, message);
    }

    static FormId forMember(long type, long member) {
        return new FormId(type, UUID.randomUUID(), member, 0, 0);
    }

    CustomId customId() {
        ByteBuffer bytes = ByteBuffer.allocate(16)
                .putLong(nonce.getMostSignificantBits())
                .putLong(nonce.getLeastSignificantBits());
        return new CustomId(
                CustomId.Action.FORM,
                String.join(
                        "/",
                        Long.toString(type, RADIX),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()),
                        Long.toString(member, RADIX),
                        Long.toString(channel, RADIX),
                        Long.toString(message, RADIX)));
    }

    /** Empty for what we have not written ourselves. */
    static Optional<FormId> parse(String argument) {
        List<String> parts = List.of(argument.split("/", -1));
        if (parts.size() != 5) {
            return Optional.empty();
        }
        try {
            ByteBuffer nonce = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.get(1)));
            return Optional.of(new FormId(
                    id(parts.get(0)),
                    new UUID(nonce.getLong(), nonce.getLong()),
                    id(parts.get(2)),
                    id(parts.get(3)),
                    id(parts.get(4))));
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private static long id(String text) {
        return Long.parseLong(text, RADIX);
    }
}
