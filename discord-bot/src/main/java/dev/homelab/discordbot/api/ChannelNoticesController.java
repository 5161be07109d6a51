package dev.homelab.discordbot.api;

import dev.homelab.common.contract.ChannelNotice;
import dev.homelab.common.contract.ChannelNoticesApi;
import dev.homelab.discordbot.discord.NoticeBoard;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChannelNoticesController implements ChannelNoticesApi {

    private static final int RED = 0xc22f3d;
    private static final int AMBER = 0xb8660b;
    private static final int GREEN = 0x12805c;

    private final NoticeBoard board;

    ChannelNoticesController(NoticeBoard board) {
        this.board = board;
    }

    @Override
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void post(ChannelNotice notice) {
        int colour = switch (notice.tone()) {
            case BAD -> RED;
            case WARNING -> AMBER;
            case GOOD -> GREEN;
        };
        board.post(
                notice.key(),
                notice.channel(),
                new NoticeBoard.Notice(notice.title(), notice.text(), colour, notice.address(), notice.at()));
    }
}
