/* Names of any bytes, and joined over the two halves parted by a form feed: spans, indexes and
 * roles have to keep to the promises of mentions/mention.h and names.h. */
#include "support/stages.h"

#include "mentions/names.h"

static void require(int holds)
{
    if (!holds)
        abort();
}

static void check_mentions(const rc_doc *d, const rc_mentions *m)
{
    for (size_t i = 0; i < m->count; i++) {
        const rc_mention *x = &m->items[i];
        require(x->span.start < x->span.end && x->span.end <= d->text.len);
        require(i == 0 || m->items[i - 1].span.start <= x->span.start);
        if (x->type == RC_MENTION_ENTITY)
            require(x->as.entity.index < m->entity_count &&
                    x->as.entity.title_first <= x->as.entity.title_last);
    }
    for (size_t i = 0; i < m->role_count; i++) {
        require(m->roles[i].entity < m->entity_count && m->roles[i].text.len);
        require(m->roles[i].employer <= m->entity_count);
        require(m->roles[i].span.start < m->roles[i].span.end);
    }
    for (size_t i = 0; i < m->acronym_count; i++)
        require(m->acronyms[i].entity < m->entity_count);
}

static rc_mentions *find(const fuzz_tools *tools, rc_arena *a, rc_str bytes, rc_doc **ret)
{
    rc_err err = {0};
    rc_text *t;
    rc_mentions *m;
    const rc_lexicon *l = rc_rules_lexicon(tools->rules);
    char *copy = RC_NEW_ARRAY(a, char, bytes.len + 4);
    if (bytes.len)
        memcpy(copy, bytes.ptr, bytes.len);
    if (rc_reader_parse(a, RC_STR("fuzz.txt"), (rc_str){copy, bytes.len}, RC_STR("plain"), ret,
                        &err) != RC_OK ||
        rc_text_split(a, *ret, l, &t, &err) != RC_OK)
        return NULL;
    rc_text_tag(t, l);
    require(rc_text_group(a, t) == RC_OK);
    require(rc_mentions_find(a, tools->mentioner, *ret, t, &m, &err) == RC_OK);
    check_mentions(*ret, m);
    return m;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const fuzz_tools *tools = fuzz_stages();
    rc_arena *a = rc_arena_new((size_t)1 << 30);
    rc_names_input inputs[2];
    size_t count = 0;
    rc_str rest = {(const char *)bytes, size}, part;
    while (count < 2 && rest.ptr && rc_str_split(&rest, '\f', &part)) {
        rc_doc *d;
        inputs[count].mentions = find(tools, a, part, &d);
        inputs[count].doc = d;
        count += inputs[count].mentions != NULL;
    }
    const rc_names *n;
    rc_err err = {0};
    require(rc_names_join(a, tools->mentioner, inputs, count, &n, &err) == RC_OK);
    for (size_t i = 0; i < n->use_count; i++)
        require(n->ids[i] < n->bearer_count);
    rc_arena_free(a);
    return 0;
}
