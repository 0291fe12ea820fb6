/* A document through all stages up to its claims, for fuzz targets. The rules are those of the
 * build tree, found in the folder that the program runs in. */
#ifndef RC_SUPPORT_STAGES_H
#define RC_SUPPORT_STAGES_H

#include "support/fuzz.h"

#include "base/limits.h"
#include "claims/family.h"
#include "claims/open.h"
#include "readers/reader.h"

typedef struct {
    rc_arena *arena; /* never freed */
    const rc_rules *rules;
    rc_mentioner *mentioner;
    rc_claimer *claimer;
} fuzz_tools;

/* Loaded once, since that takes longer than a thousand inputs; hence the one static variable. */
static inline const fuzz_tools *fuzz_stages(void)
{
    static fuzz_tools t;
    static const char *const dirs[] = {"rules"};
    rc_rules_options o = {.dirs = dirs, .dir_count = 1, .lexicon_path = "lexicon.bin"};
    rc_diagnostics d = {0};
    rc_err err = {0};
    if (t.arena)
        return &t;
    t.arena = rc_arena_new(RC_RULES_BYTES_MAX);
    if (rc_rules_load(t.arena, &o, &d, &t.rules, &err) != RC_OK ||
        rc_mentioner_new(t.arena, t.rules, &t.mentioner, &d, &err) != RC_OK) {
        fprintf(stderr, "no rules: %s\n", err.text);
        abort();
    }
    t.claimer = rc_claimer_new(t.arena, t.rules);
    return &t;
}

static inline void fuzz_claims(const fuzz_tools *tools, rc_arena *a, rc_doc *d)
{
    const rc_lexicon *l = rc_rules_lexicon(tools->rules);
    rc_text *t;
    rc_mentions *m;
    rc_claim_list claims = {0};
    rc_err err = {0};
    if (rc_text_split(a, d, l, &t, &err) != RC_OK)
        return;
    rc_text_tag(t, l);
    if (rc_text_group(a, t) != RC_OK ||
        rc_mentions_find(a, tools->mentioner, d, t, &m, &err) != RC_OK)
        return;
    rc_open_claims(a, a, tools->claimer, t, m, &claims);
    if (rc_family_claims(a, a, tools->rules, t, m, &claims) != RC_OK)
        return;
    /* What a report would do with each: positions have to lie in the file. */
    for (size_t i = 0; i < claims.count; i++) {
        rc_span s = rc_doc_file_span(d, claims.items[i].value_span);
        uint32_t line, column;
        if (s.start > s.end || s.end > d->bytes.len)
            abort();
        rc_doc_position(d, s.start, &line, &column);
    }
    for (size_t i = 0; i < m->count; i++) {
        rc_span s = rc_doc_file_span(d, m->items[i].span);
        if (s.start > s.end || s.end > d->bytes.len)
            abort();
    }
}

/* Reads bytes as a format and goes on to the claims. */
static inline int fuzz_document(const uint8_t *bytes, size_t size, const char *path,
                                const char *format)
{
    rc_arena *a = rc_arena_new((size_t)4 << 30);
    rc_doc *d;
    rc_err err = {0};
    const fuzz_tools *tools = fuzz_stages();
    if (rc_reader_parse(a, rc_str_from(path), fuzz_input(a, bytes, size), rc_str_from(format), &d,
                        &err) == RC_OK)
        fuzz_claims(tools, a, d);
    rc_arena_free(a);
    return 0;
}

#endif
