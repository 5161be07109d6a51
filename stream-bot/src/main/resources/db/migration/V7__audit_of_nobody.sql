-- Lines that are forgotten: those of no streamer, which strangers can add, and those of tokens that were handed out, of which there are many.
CREATE INDEX audit_entry_forgotten ON audit_entry (at) WHERE streamer_id IS NULL OR action = 'HAND_OUT';
