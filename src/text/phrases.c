#include "text/phrases.h"

#include "base/hash.h"
#include "text/scan.h"

#define GAP_SIGN '*'
#define GAP_WORD UINT64_C(0x6761702a) /* stands for the sign in the trie */
#define GAP_MAX 4                     /* words */

void rc_phrases_init(rc_phrases *p, rc_arena *a)
{
    *p = (rc_phrases){.nodes = 1};
    rc_map_init(&p->edges, a, 0);
    rc_map_init(&p->values, a, 0);
}

void rc_phrases_add(rc_phrases *p, rc_str phrase, uint32_t value)
{
    rc_scanner s;
    rc_token t;
    uint32_t node = 0;
    rc_scanner_init(&s, phrase);
    rc_scanner_stretch(&s, 0, phrase.len);
    while (rc_scanner_next(&s, &t)) {
        rc_word word = t.kind != RC_TOKEN_WORD && t.first == GAP_SIGN ? GAP_WORD : t.word;
        p->gaps |= word == GAP_WORD;
        node = *rc_map_put(&p->edges, rc_hash_mix(node, word), p->nodes);
        if (node == p->nodes)
            p->nodes++;
    }
    rc_scanner_close(&s);
    if (node)
        *rc_map_put(&p->values, (uint64_t)node + 1, value) = value;
}

typedef struct {
    const rc_phrases *p;
    const rc_text *t;
    uint32_t at, end;
    uint32_t length, value; /* the longest so far */
} search;

static void descend(search *s, uint32_t node, uint32_t depth);

/* Up to GAP_MAX words may stand here, or none. Punctuation ends a gap. */
static void leap(search *s, uint32_t node, uint32_t depth)
{
    const uint32_t *behind = rc_map_get(&s->p->edges, rc_hash_mix(node, GAP_WORD));
    if (!behind)
        return;
    descend(s, *behind, depth);
    for (uint32_t i = 1; i <= GAP_MAX && s->at + depth + i < s->end; i++) {
        rc_token_kind kind = (rc_token_kind)s->t->tokens[s->at + depth + i - 1].kind;
        if (kind != RC_TOKEN_WORD && kind != RC_TOKEN_NUMBER)
            return;
        descend(s, *behind, depth + i);
    }
}

/* Goes down the trie as far as words are edges: as written, then by noun and verb lemma. The depth
 * is that of the trie, which the rules set. */
static void descend(search *s, uint32_t node, uint32_t depth)
{
    const uint32_t *value = rc_map_get(&s->p->values, (uint64_t)node + 1);
    if (depth > s->length && value) {
        s->length = depth;
        s->value = *value;
    }
    if (s->at + depth >= s->end)
        return;
    if (s->p->gaps)
        leap(s, node, depth);
    const rc_token *t = &s->t->tokens[s->at + depth];
    const uint32_t *next = rc_map_get(&s->p->edges, rc_hash_mix(node, t->word));
    if (next)
        descend(s, *next, depth + 1);
    rc_word noun = t->entry ? t->entry->lemma[RC_NOUN] : 0;
    if (noun && noun != t->word) {
        next = rc_map_get(&s->p->edges, rc_hash_mix(node, noun));
        if (next)
            descend(s, *next, depth + 1);
    }
    rc_word verb = t->entry ? t->entry->lemma[RC_VERB] : 0;
    if (verb && verb != t->word && verb != noun) {
        next = rc_map_get(&s->p->edges, rc_hash_mix(node, verb));
        if (next)
            descend(s, *next, depth + 1);
    }
}

rc_status rc_phrases_match(const rc_phrases *p, const rc_text *t, uint32_t at, uint32_t end,
                           uint32_t *ret_value, uint32_t *ret_length)
{
    search s = {.p = p, .t = t, .at = at, .end = end};
    descend(&s, 0, 0);
    if (!s.length)
        return RC_NONE;
    *ret_value = s.value;
    *ret_length = s.length;
    return RC_OK;
}
