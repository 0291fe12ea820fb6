#include "readers/extract.h"

#include <string.h>

#include "base/limits.h"

void rc_extract_init(rc_extract *x, rc_arena *a, rc_doc *d)
{
    *x = (rc_extract){.arena = a, .doc = d};
    rc_buf_init(&x->out, RC_FILE_BYTES_MAX);
}

void rc_extract_text(rc_extract *x, rc_str text)
{
    for (size_t i = 0; i < text.len;) {
        size_t from = i;
        while (i < text.len && rc_is_space(text.ptr[i]))
            i++;
        x->space = x->space || i > from;
        from = i;
        while (i < text.len && !rc_is_space(text.ptr[i]))
            i++;
        if (i == from)
            return;
        if (x->space && x->out.len > x->block_start)
            rc_buf_add_char(&x->out, ' ');
        x->space = false;
        rc_buf_add(&x->out, rc_str_sub(text, from, i));
    }
}

rc_str rc_extract_block(const rc_extract *x)
{
    return rc_str_sub(rc_buf_str(&x->out), x->block_start, x->out.len);
}

rc_block *rc_extract_end(rc_extract *x, rc_block_kind kind)
{
    size_t start = x->block_start, end = x->out.len;
    x->space = false;
    if (start == end || x->doc->block_count >= RC_BLOCKS_MAX)
        return NULL;
    rc_buf_add(&x->out, RC_STR("\n"));
    x->block_start = x->out.len;
    return rc_doc_add_block(x->arena, x->doc, kind, (rc_span){(uint32_t)start, (uint32_t)end});
}

void rc_extract_append(rc_extract *x, const rc_doc *part)
{
    uint32_t tables = x->doc->table_count;
    for (size_t i = 0; i < part->block_count; i++) {
        const rc_block *from = &part->blocks[i];
        bool title = from->kind == RC_BLOCK_TITLE;
        rc_extract_text(x, rc_doc_slice(part, from->span));
        rc_block_kind kind = title && x->doc->block_count ? RC_BLOCK_HEADING : from->kind;
        rc_block *b = rc_extract_end(x, kind);
        if (!b)
            continue;
        b->level = title && kind == RC_BLOCK_HEADING ? 1 : from->level;
        b->head = from->head;
        b->table = from->table ? from->table + tables : 0;
        b->row = from->row;
        b->column = from->column;
    }
    x->doc->table_count += part->table_count;
}

rc_status rc_extract_finish(rc_extract *x, rc_err *err)
{
    rc_doc *d = x->doc;
    bool overflow = x->out.overflow || d->block_count >= RC_BLOCKS_MAX;
    if (!overflow) {
        char *copy = rc_arena_alloc(x->arena, x->out.len + 4, 1);
        if (x->out.len)
            memcpy(copy, x->out.ptr, x->out.len);
        d->bytes = d->source = d->text = (rc_str){copy, x->out.len};
    }
    rc_extract_drop(x);
    return overflow ? rc_fail(err, RC_ELIMIT, d->path.ptr, 0, 0, "too much text in it") : RC_OK;
}

void rc_extract_drop(rc_extract *x)
{
    rc_buf_clear(&x->out);
}
