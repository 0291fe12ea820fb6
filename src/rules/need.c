/* What a program needs of a sentence is read off its steps: every word that stands on all its ways,
 * and of a choice one word of each branch. A word may match in other forms, so that it is its
 * lemma that is asked for. */
#include "rules/compile.h"

#define GROUPS_MAX 4 /* of one program */
#define GROUP_MAX 24 /* words of one choice */
#define DEPTH_MAX 8  /* of choices in choices */

typedef struct {
    rc_word words[GROUP_MAX];
    uint16_t count;
} group;

typedef struct {
    const rc_programs *programs;
    group groups[GROUPS_MAX];
    uint16_t count;
} needs;

static uint16_t bit_of(rc_word w)
{
    return (uint16_t)(w % RC_NEED_BITS);
}

/* Adds the word of a step. False: any form of "be" will do, or there is no room. */
static bool add_word(group *g, const rc_step *s)
{
    if ((s->flags & RC_STEP_BE) || g->count + 2 > GROUP_MAX)
        return false;
    g->words[g->count++] = s->word;
    if (s->lemma != s->word)
        g->words[g->count++] = s->lemma;
    return true;
}

static uint32_t behind_choice(const rc_programs *p, uint32_t split)
{
    return p->steps[p->steps[split].value - 1].value;
}

static bool any_of_choice(const rc_programs *p, uint32_t at, uint32_t end, group *g, int depth);

/* Adds to `g` the words one of which stands in steps [at, end). False: none has to. */
static bool any_of_branch(const rc_programs *p, uint32_t at, uint32_t end, group *g, int depth)
{
    while (at < end) {
        const rc_step *s = &p->steps[at];
        group one = *g;
        bool found =
            (s->op == RC_STEP_WORD && add_word(&one, s)) ||
            (s->op == RC_STEP_SPLIT && any_of_choice(p, at, behind_choice(p, at), &one, depth + 1));
        if (found) {
            *g = one;
            return true;
        }
        at = s->op == RC_STEP_SPLIT ? behind_choice(p, at) : at + 1;
    }
    return false;
}

/* A choice is SPLIT, branch, JUMP behind it, for each branch but the last. */
static bool any_of_choice(const rc_programs *p, uint32_t at, uint32_t end, group *g, int depth)
{
    if (depth > DEPTH_MAX)
        return false;
    while (p->steps[at].op == RC_STEP_SPLIT && behind_choice(p, at) == end) {
        uint32_t next = p->steps[at].value;
        if (!any_of_branch(p, at + 1, next - 1, g, depth))
            return false;
        at = next;
    }
    return any_of_branch(p, at, end, g, depth);
}

static void find(needs *n, uint32_t at)
{
    const rc_programs *p = n->programs;
    while (p->steps[at].op != RC_STEP_END && n->count < GROUPS_MAX) {
        const rc_step *s = &p->steps[at];
        group *g = &n->groups[n->count];
        g->count = 0;
        uint32_t next = s->op == RC_STEP_SPLIT ? behind_choice(p, at) : at + 1;
        bool found = (s->op == RC_STEP_WORD && add_word(g, s)) ||
                     (s->op == RC_STEP_SPLIT && any_of_choice(p, at, next, g, 0));
        if (found)
            n->count++;
        at = next;
    }
}

/* Appends the needs of the program that begins at a step; where they begin, 0: it has none. */
static uint32_t append_needs(rc_arena *a, rc_programs *p, uint32_t step, size_t *count,
                             size_t *capacity)
{
    needs n = {.programs = p};
    find(&n, step);
    if (!n.count)
        return 0;
    uint32_t at = (uint32_t)*count;
    for (uint16_t g = 0; g < n.count; g++) {
        RC_PUSH(a, p->needs, *count, *capacity, n.groups[g].count);
        for (uint16_t k = 0; k < n.groups[g].count; k++)
            RC_PUSH(a, p->needs, *count, *capacity, bit_of(n.groups[g].words[k]));
    }
    RC_PUSH(a, p->needs, *count, *capacity, 0);
    return at;
}

void rc_programs_find_needs(rc_arena *a, rc_programs *p)
{
    size_t count = 0, capacity = 0;
    rc_map known; /* first step of a program -> its needs */
    rc_map_init(&known, a, p->trigger_count);
    p->needs = NULL;
    RC_PUSH(a, p->needs, count, capacity, 0);
    for (size_t i = 0; i < p->trigger_count; i++) {
        rc_trigger *t = &p->triggers[i];
        uint32_t *at = rc_map_put(&known, (uint64_t)t->step + 1, UINT32_MAX);
        if (*at == UINT32_MAX)
            *at = append_needs(a, p, t->step, &count, &capacity);
        t->needs = *at;
    }
}
