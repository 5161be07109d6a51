package dev.homelab.discordbot.web;

import dev.homelab.discordbot.transcript.FileState;
import dev.homelab.discordbot.transcript.Transcript;
import dev.homelab.discordbot.transcript.TranscriptReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One transcript, as a page and as JSON, and its files. */
@Controller
class TranscriptPage {

    private final Readers readers;
    private final TranscriptReader transcripts;

    TranscriptPage(Readers readers, TranscriptReader transcripts) {
        this.readers = readers;
        this.transcripts = transcripts;
    }

    @GetMapping("/transcripts/{id:[0-9a-f-]{36}}")
    String page(@PathVariable String id, @AuthenticationPrincipal SignedIn reader, Model model) {
        Transcript transcript = transcript(reader, id);
        model.addAttribute("name", reader.shownName());
        model.addAttribute("transcript", transcript);
        model.addAttribute("messages", MessageView.of(transcript));
        return "transcript";
    }

    @GetMapping(path = "/transcripts/{id:[0-9a-f-]{36}}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Transcript> json(@PathVariable String id, @AuthenticationPrincipal SignedIn reader) {
        return ResponseEntity.ok(transcript(reader, id));
    }

    private Transcript transcript(SignedIn reader, String id) {
        return readers.transcript(reader, uuid(id)).orElseThrow(TranscriptPage::unknown);
    }

    /** Only known kinds of pictures are shown; everything else is for saving, whatever it says it is. */
    @GetMapping("/transcripts/{id:[0-9a-f-]{36}}/files/{fileId:[0-9]{1,19}}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable String id, @PathVariable long fileId, @AuthenticationPrincipal SignedIn reader)
            throws IOException {
        Transcript.File file = readers.file(reader, uuid(id), fileId)
                .filter(each -> each.state() == FileState.SAVED)
                .orElseThrow(TranscriptPage::unknown);
        MediaType picture = Pictures.typeOf(file.name());
        ContentDisposition.Builder disposition =
                picture == null ? ContentDisposition.attachment() : ContentDisposition.inline();
        return ResponseEntity.ok()
                .contentType(picture == null ? MediaType.APPLICATION_OCTET_STREAM : picture)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        "Content-Disposition",
                        disposition
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(new InputStreamResource(transcripts.open(file)));
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
