#include "text/lexicon.h"

#include "base/map.h"

struct rc_lexicon {
    rc_arena *arena;
    rc_map class_index; /* word -> index into classes */
    uint64_t *classes;
    size_t class_count, class_capacity;
};

rc_status rc_lexicon_open(rc_arena *a, const char *path, rc_lexicon **ret, rc_err *err)
{
    rc_lexicon *l = RC_NEW(a, rc_lexicon);
    l->arena = a;
    rc_map_init(&l->class_index, a, 0);
    if (path)
        return rc_fail(err, RC_EFORMAT, path, 0, 0, "no lexicon of this version");
    *ret = l;
    return RC_OK;
}

void rc_lexicon_add_classes(rc_lexicon *l, rc_word w, uint64_t classes)
{
    if (!w)
        return;
    uint32_t at = *rc_map_put(&l->class_index, w, (uint32_t)l->class_count);
    if (at == l->class_count)
        RC_PUSH(l->arena, l->classes, l->class_count, l->class_capacity, 0);
    l->classes[at] |= classes;
}

uint64_t rc_lexicon_classes(const rc_lexicon *l, rc_word w)
{
    if (!w)
        return 0;
    const uint32_t *at = rc_map_get(&l->class_index, w);
    return at ? l->classes[*at] : 0;
}

const rc_lex_entry *rc_lexicon_find(const rc_lexicon *l, rc_word w)
{
    (void)l;
    (void)w;
    return NULL;
}

uint64_t rc_wordclass_parse(rc_str name)
{
#define RC_WORDCLASS(suffix, text)                                                                 \
    if (rc_str_eq(name, RC_STR(text)))                                                             \
        return RC_CLASS(suffix);
#include "text/wordclass.def"
#undef RC_WORDCLASS
    return 0;
}

rc_related rc_lexicon_related(const rc_lexicon *l, rc_word a, rc_word b, rc_lex_pos pos)
{
    (void)l;
    (void)pos;
    return a == b ? RC_RELATED_SAME : RC_RELATED_NO;
}

rc_word rc_lexicon_concept(const rc_lexicon *l, rc_word lemma, rc_lex_pos pos)
{
    (void)l;
    (void)pos;
    return lemma;
}
