/* The whole of text/: any bytes as one paragraph, cut, tagged and grouped; what comes out has to
 * keep to the promises of text/token.h. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "text/token.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void require(int holds)
{
    if (!holds)
        abort();
}

static void check_group(const rc_text *t, const rc_group *g)
{
    require(g->first < g->last && g->last <= t->token_count);
    require(g->head >= g->first && g->head < g->last);
    const uint32_t links[] = {g->possessor, g->governor, g->subject, g->object, g->agent};
    for (size_t i = 0; i < sizeof(links) / sizeof(*links); i++)
        require(links[i] == UINT32_MAX || links[i] < t->group_count);
    require(g->preposition == UINT32_MAX || g->preposition < t->token_count);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    rc_arena *a = rc_arena_new((size_t)1 << 30);
    rc_lexicon *l;
    rc_text *t;
    rc_block block = {.kind = RC_BLOCK_PARAGRAPH, .span = {0, (uint32_t)size}};
    rc_doc d = {.path = RC_STR("fuzz"), .blocks = &block, .block_count = 1};
    d.text = (rc_str){(const char *)bytes, size};
    require(rc_lexicon_open(a, NULL, &l, NULL) == RC_OK);
    rc_lexicon_add_classes(l, rc_word_from(RC_STR("the")), RC_CLASS(DETERMINER));
    rc_lexicon_add_classes(l, rc_word_from(RC_STR("is")), RC_CLASS(BE) | RC_CLASS(AUXILIARY));
    rc_lexicon_add_classes(l, rc_word_from(RC_STR("of")), RC_CLASS(PREPOSITION));
    rc_lexicon_add_classes(l, rc_word_from(RC_STR("to")), RC_CLASS(INFINITIVE));
    rc_lexicon_add_classes(l, rc_word_from(RC_STR("and")), RC_CLASS(CONJUNCTION));
    if (rc_text_split(a, &d, l, &t, NULL) == RC_OK) {
        uint32_t end = 0;
        for (size_t i = 0; i < t->token_count; i++) {
            require(t->tokens[i].start >= end && t->tokens[i].end > t->tokens[i].start);
            end = t->tokens[i].end;
        }
        require(end <= size);
        rc_text_tag(t, l);
        require(rc_text_group(a, t) == RC_OK);
        for (size_t i = 0; i < t->group_count; i++)
            check_group(t, &t->groups[i]);
    }
    rc_arena_free(a);
    return 0;
}
