# SPDX-License-Identifier: EUPL-1.2
# From `perf script` to shares: each sample counts for the first of its frames, from the innermost
# outwards, that says what the work was for. Two columns: of all the processor's time, and of that of
# the writer's thread, which is one for the whole city and so sets the pace.

# What a frame of this name is for; "" when it does not say.
function purpose_of(frame) {
    if (frame ~ /fdatasync/) return "bare making durable"
    if (frame ~ /sqlite3WalCheckpoint|sqlite3Checkpoint/) return "bare moving the log into the file"
    if (frame ~ /sqlite3WalFrames|CommitPhaseOne/) return "bare committing: pages into the log"
    if (frame ~ /SqliteConnection::execute/) return "bare SQLite writing rows"
    if (frame ~ /SqliteConnection::query|SqliteRows::/) return "SQLite reading what the rules ask"
    if (frame ~ /SqliteConnection::control/) return "savepoints, begin and commit"
    if (frame ~ /Seal::/) return "sealing and keyed hashes"
    if (frame ~ /take_row|arguments_of|column_value|places_of/) return "values to rows and back"
    if (frame ~ /access::identify/) return "who asks"
    if (frame ~ /JsonDocument|read_input|Catalogue::|receipt_text|gather/) return "reading and checking the input"
    if (frame ~ /answer_json|to_json|write_json/) return "wording the answer"
    if (frame ~ /Metrics::/) return "counting for /metrics"
    if (frame ~ /House::send|Ticket::post/) return "handing the answer to the network thread"
    if (frame ~ /Writer::submit/) return "handing the work to the writer"
    if (frame ~ /outreach::record_contact|House::perform|append_to_journal/)
        return "the act, its receipt and journal line: their own code"
    if (frame ~ /House::(answer|take|write|find_route|check_permission)/) return "the rest of the path"
    if (frame ~ /http::|boost::asio|boost::beast/) return "HTTP: sockets, parsing, waiting"
    if (frame ~ /commit_batch|Writer::/) return "forming batches"
    return ""
}

function count_sample(    i, purpose) {
    if (depth == 0)
        return
    for (i = 1; i <= depth && purpose == ""; ++i)
        purpose = purpose_of(frames[i])
    if (purpose == "")
        purpose = "no purpose found"
    ++shares[purpose]
    ++samples
    if (by_writer) {
        ++writers[purpose]
        ++writer_samples
    }
    depth = 0
}

function line(count, writer_count, indent, text) {
    return sprintf("%6.1f %% %6.1f %%  %s%s", 100 * count / samples, 100 * writer_count / writer_samples, \
                   indent, text)
}

# A sample is the thread's name, frames "address name", and an empty line.
/^[ \t]+[0-9a-f]+ / {
    $1 = ""
    frames[++depth] = substr($0, 2)
    next
}
/^$/ { count_sample(); next }
{ by_writer = /^write / }

END {
    count_sample()
    if (samples == 0 || writer_samples == 0) {
        print "no samples" > "/dev/stderr"
        exit 1
    }
    for (purpose in shares)
        if (purpose ~ /^bare /) {
            bare += shares[purpose]
            bare_writer += writers[purpose]
        }
    print "     all   writer"
    print line(bare, bare_writer, "", "what the bare loop does too, of which")
    fflush()
    for (purpose in shares)
        if (purpose ~ /^bare /)
            print line(shares[purpose], writers[purpose], "   ", substr(purpose, 6)) | "sort -rn"
    close("sort -rn")
    for (purpose in shares)
        if (purpose !~ /^bare /)
            print line(shares[purpose], writers[purpose], "", purpose) | "sort -rn"
    close("sort -rn")
}
