/* rc_build: makes the text of a document out of pieces of its source, block after block, and keeps
 * the map. White space is collapsed to one space, and dropped at both ends of a block; between
 * blocks stands a line feed. */
#ifndef RC_READERS_BUILD_H
#define RC_READERS_BUILD_H

#include "source/doc.h"

typedef struct {
    rc_arena *arena;
    rc_doc *doc;
    char *out;
    size_t len, capacity;
    size_t block_start; /* len where the block began; equal to len: nothing in it yet */
    rc_span space;      /* pending white space in the source; empty: none */
} rc_build;

/* A place to go back to. */
typedef struct {
    size_t len, map_count;
    rc_map_entry last;
    rc_span space;
} rc_build_mark;

/* `capacity`: the most bytes that will be written; more are dropped. */
void rc_build_init(rc_build *b, rc_arena *a, rc_doc *d, size_t capacity);
/* Bytes of d->source as they stand there. */
void rc_build_source(rc_build *b, size_t from, size_t to);
/* What stands for the whole of {from, to}, such as the character of a reference. */
void rc_build_piece(rc_build *b, rc_str text, size_t from, size_t to);
void rc_build_space(rc_build *b, size_t from, size_t to);
bool rc_build_is_empty(const rc_build *b); /* nothing in this block yet */
rc_str rc_build_block(const rc_build *b);  /* the text of this block so far */
/* Ends the block. False: nothing was in it. */
bool rc_build_end(rc_build *b, rc_span *ret);
/* Sets d->text. */
void rc_build_finish(rc_build *b);
rc_build_mark rc_build_mark_here(const rc_build *b);
void rc_build_go_back(rc_build *b, rc_build_mark to);

#endif
