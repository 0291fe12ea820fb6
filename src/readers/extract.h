/* rc_extract: the text of a packed document (docx, odt, epub, pdf, mail), block after block. It
 * becomes the bytes of the rc_doc, in which positions then count. White space is collapsed. */
#ifndef RC_READERS_EXTRACT_H
#define RC_READERS_EXTRACT_H

#include "base/buf.h"
#include "source/doc.h"

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    rc_buf out; /* on the heap: rc_extract_finish or rc_extract_drop frees it */
    size_t block_start;
    bool space; /* white space waits before the next letter */
} rc_extract;

void rc_extract_init(rc_extract *x, rc_arena *a, rc_doc *d);
void rc_extract_text(rc_extract *x, rc_str text);
rc_str rc_extract_block(const rc_extract *x); /* the text of this block so far */
/* Ends the block and adds it to the document. NULL: nothing was in it. */
rc_block *rc_extract_end(rc_extract *x, rc_block_kind kind);
/* Appends the blocks of a document that was read by itself, such as a chapter or a part of a mail.
 * Its first title stays one where the whole has none yet. */
void rc_extract_append(rc_extract *x, const rc_doc *part);
/* Sets bytes, source and text of the document. RC_ELIMIT: there is too much text. */
rc_status rc_extract_finish(rc_extract *x, rc_err *err);
void rc_extract_drop(rc_extract *x);

#endif
