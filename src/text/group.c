/* Links between the groups of a sentence: what a preposition hangs on, possessors, and subject,
 * object and agent of each verb. Looking back and ahead is bounded, so that a sentence without end
 * costs linear time. */
#include "text/chunk.h"

#define LOOK_GROUPS 40u  /* groups looked at from a verb, each way */
#define LOOK_TOKENS 160u /* tokens */
#define NO UINT32_MAX

typedef struct {
    rc_text *t;
    const rc_sentence *s;
    uint32_t first, last; /* groups of the sentence */
} scene;

static const rc_token *token(const scene *x, uint32_t i)
{
    return &x->t->tokens[i];
}

static rc_group *group(const scene *x, uint32_t i)
{
    return &x->t->groups[i];
}

static bool is_noun(const scene *x, uint32_t g)
{
    return group(x, g)->kind == RC_GROUP_NOUN;
}

static bool is_finite(const rc_group *g)
{
    return g->kind == RC_GROUP_VERB &&
           !(g->flags & (RC_GROUP_INFINITIVE | RC_GROUP_GERUND | RC_GROUP_PARTICIPLE));
}

static bool is_comma(const rc_token *k)
{
    return k->kind == RC_TOKEN_PUNCT && k->first == ',';
}

/* A dash set off on both sides, as round an insertion. */
static bool is_dash(const rc_token *k)
{
    return k->kind == RC_TOKEN_PUNCT &&
           ((k->first == '-' && (k->flags & RC_TOKEN_SPACE_BEFORE)) ||
            (k->first == 0xE2 && k->end - k->start == 3 && k->pos == RC_POS_OTHER));
}

static bool is_relative(const rc_token *k)
{
    return (k->classes & RC_CLASS(RELATIVE)) && !(k->classes & RC_CLASS(ADVERB)) &&
           (k->pos == RC_POS_PRONOUN || k->pos == RC_POS_SUBORDINATOR);
}

/* The last token before `i` that is neither adverb nor quotation mark; NO: none. */
static uint32_t token_before(const scene *x, uint32_t i)
{
    while (i > x->s->first) {
        const rc_token *k = token(x, --i);
        if (k->pos != RC_POS_ADVERB && !rc_token_is_quote(x->t, k))
            return i;
    }
    return NO;
}

/* The last noun group that ends at or before token `i`, from group `below` down. */
static uint32_t noun_before(const scene *x, uint32_t i, uint32_t below)
{
    for (uint32_t g = below, n = 0; g > x->first && n < LOOK_GROUPS; n++) {
        if (is_noun(x, --g) && group(x, g)->last <= i)
            return g;
    }
    return NO;
}

/* "China's share": the possessor ends at the token before the clitic. */
static void link_possessor(const scene *x, uint32_t g)
{
    rc_group *n = group(x, g);
    if (g == x->first || n->first < x->s->first + 2)
        return;
    const rc_token *clitic = token(x, n->first - 1);
    bool genitive = clitic->pos == RC_POS_PARTICLE && !(clitic->classes & RC_CLASS(NEGATION)) &&
                    !(clitic->classes & RC_CLASS(INFINITIVE));
    if (genitive && is_noun(x, g - 1) && group(x, g - 1)->last == n->first - 1) {
        n->possessor = g - 1;
        n->flags |= RC_GROUP_DEFINITE;
        /* The preposition before the possessor is that of the whole. */
        n->preposition = group(x, g - 1)->preposition;
        n->governor = group(x, g - 1)->governor;
        group(x, g - 1)->preposition = group(x, g - 1)->governor = NO;
    }
}

/* What a preposition at token `p` hangs on: the group that ends before it; behind a comma the last
 * finite verb. */
static uint32_t governor_of(const scene *x, uint32_t p, uint32_t g)
{
    uint32_t before = token_before(x, p);
    if (before == NO || g == x->first)
        return NO;
    if (!is_comma(token(x, before)))
        return g - 1;
    for (uint32_t i = g, n = 0; i > x->first && n < LOOK_GROUPS; n++) {
        if (is_finite(group(x, --i)))
            return i;
    }
    return NO;
}

static void link_preposition(const scene *x, uint32_t g)
{
    rc_group *n = group(x, g);
    uint32_t p = n->first;
    while (p > x->s->first && rc_token_is_quote(x->t, token(x, p - 1)))
        p--;
    if (p == x->s->first)
        return;
    p--;
    if (token(x, p)->pos == RC_POS_PREPOSITION && p >= (g > x->first ? group(x, g - 1)->last : 0)) {
        n->preposition = p;
        n->governor = governor_of(x, p, g);
    }
}

/* The group that `g` is joined to by "and" right before it; NO: none. */
static uint32_t joined_to(const scene *x, uint32_t g)
{
    const rc_group *n = group(x, g);
    uint32_t before = n->possessor != NO ? group(x, n->possessor)->first : n->first;
    uint32_t at = n->possessor != NO ? n->possessor : g;
    if (before == x->s->first || at == x->first || token(x, before - 1)->pos != RC_POS_CONJUNCTION)
        return NO;
    uint32_t end = before - 1;
    if (end > x->s->first && is_comma(token(x, end - 1)))
        end--;
    return is_noun(x, at - 1) && group(x, at - 1)->last == end ? at - 1 : NO;
}

/* "... met in Busan, and China said": behind a comma that makes no list, right before a verb. */
static bool opens_sentence_part(const scene *x, uint32_t g, uint32_t other)
{
    const rc_group *n = group(x, g), *o = group(x, other);
    bool comma = n->first > x->s->first + 1 && is_comma(token(x, n->first - 2));
    bool list = o->first > x->s->first && is_comma(token(x, o->first - 1));
    return comma && !list && g + 1 < x->last && group(x, g + 1)->kind == RC_GROUP_VERB &&
           group(x, g + 1)->first == n->last;
}

/* "from China and India": the second name hangs on the preposition of the first. */
static void link_joined(const scene *x, uint32_t g)
{
    rc_group *n = group(x, g);
    uint32_t other = n->preposition == NO ? joined_to(x, g) : NO;
    if (other == NO || group(x, other)->preposition == NO || opens_sentence_part(x, g, other))
        return;
    if ((n->flags & RC_GROUP_PROPER) && (group(x, other)->flags & RC_GROUP_PROPER)) {
        n->preposition = group(x, other)->preposition;
        n->governor = group(x, other)->governor;
    }
}

/* Days, months, years: "last month", "Monday". */
static bool is_when(const scene *x, uint32_t g)
{
    const rc_group *n = group(x, g);
    const rc_lex_entry *e = token(x, n->head)->entry;
    if (!e || !(e->kinds & RC_KIND_TIME) || (e->kinds & (RC_KIND_ACT | RC_KIND_GROUP)))
        return false;
    const rc_token *k = token(x, n->first);
    return (n->flags & RC_GROUP_PROPER) ||
           (k->classes & (RC_CLASS(CONTRAST) | RC_CLASS(DEFINITE))) || k->pos == RC_POS_ADJECTIVE;
}

/* The verb group before `g` that has noun group `n` as its object; NO: none. */
static uint32_t verb_with_object(const scene *x, uint32_t n)
{
    for (uint32_t g = n, k = 0; g > x->first && k < 6; k++) {
        g--;
        if (group(x, g)->kind == RC_GROUP_VERB)
            return group(x, g)->object == n ? g : NO;
    }
    return NO;
}

/* The first of groups joined by "and", as long as none hangs on a preposition or verb before it:
 * "bought the field, but the deal" opens a new clause. */
static uint32_t first_joined(const scene *x, uint32_t g)
{
    for (uint32_t n = 0; n < LOOK_GROUPS; n++) {
        uint32_t other = joined_to(x, g);
        if (other == NO || group(x, other)->preposition != NO || verb_with_object(x, other) != NO)
            return g;
        g = other;
    }
    return g;
}

/* A verb that belongs to a noun before it: a relative clause, a participle, "plans to build". */
static bool hangs_on_noun(const scene *x, uint32_t v)
{
    const rc_group *g = group(x, v);
    if (g->flags & (RC_GROUP_PARTICIPLE | RC_GROUP_GERUND | RC_GROUP_INFINITIVE))
        return true;
    uint32_t before = token_before(x, g->first);
    if (before != NO && is_relative(token(x, before)))
        return true;
    if (g->subject == NO || group(x, g->subject)->first == x->s->first)
        return false;
    before = token_before(x, group(x, g->subject)->first);
    return before != NO && is_relative(token(x, before));
}

/* Where the clause that the verb `v` opens hangs: the noun group before it. */
static uint32_t noun_of_clause(const scene *x, uint32_t v)
{
    const rc_group *g = group(x, v);
    uint32_t from = g->first;
    bool finite = is_finite(g);
    if (finite && g->subject != NO && g->subject < v && group(x, g->subject)->first < from) {
        uint32_t before = token_before(x, group(x, g->subject)->first);
        if (before != NO && is_relative(token(x, before)))
            from = before;
    }
    return noun_before(x, from, v);
}

/* The verb before `v` in the sentence that has a subject and is finite; NO: none. */
static uint32_t finite_before(const scene *x, uint32_t v)
{
    for (uint32_t g = v, n = 0; g > x->first && n < LOOK_GROUPS; n++) {
        if (is_finite(group(x, --g)))
            return g;
    }
    return NO;
}

/* "Since the state ended controls": what was read as a preposition opens a clause, since the group
 * behind it has to be the subject of a verb. */
static bool opens_clause(const scene *x, uint32_t g)
{
    rc_group *n = group(x, g);
    if (n->preposition == NO || !(token(x, n->preposition)->classes & RC_CLASS(SUBORDINATOR)) ||
        (n->governor != NO && is_noun(x, n->governor) && finite_before(x, n->governor) == NO))
        return false;
    x->t->tokens[n->preposition].pos = RC_POS_SUBORDINATOR;
    n->preposition = n->governor = NO;
    return true;
}

/* "strengthening the control is crucial": a gerund that opens its clause; its object has to do for
 * the subject. */
static bool stands_for_clause(const scene *x, uint32_t v)
{
    const rc_group *g = group(x, v);
    if (!(g->flags & RC_GROUP_GERUND))
        return false;
    uint32_t before = token_before(x, g->first);
    return before == NO || token(x, before)->pos == RC_POS_SUBORDINATOR ||
           is_comma(token(x, before));
}

/* Up from a preposition: to the noun that it hangs on, or that the verb it hangs on belongs to. */
static uint32_t above_preposition(const scene *x, const rc_group *g)
{
    if (g->governor == NO || is_noun(x, g->governor))
        return g->governor;
    return hangs_on_noun(x, g->governor) ? noun_of_clause(x, g->governor) : NO;
}

/* Out of a relative clause or participle of which `g` is the object: the noun that it belongs to;
 * `g` itself where it is no such object. */
static uint32_t above_clause(const scene *x, uint32_t g)
{
    uint32_t verb = verb_with_object(x, g);
    if (verb == NO || !hangs_on_noun(x, verb) || (group(x, g)->flags & RC_GROUP_PRONOUN) ||
        stands_for_clause(x, verb))
        return g;
    uint32_t noun = noun_of_clause(x, verb);
    return noun != NO ? noun : g;
}

/* From the noun group that stands nearest before a verb to the one that is its subject: up from
 * prepositions, out of relative clauses and participles. */
static uint32_t climb(const scene *x, uint32_t g)
{
    for (uint32_t n = 0; g != NO && n < LOOK_GROUPS; n++) {
        if (opens_clause(x, g))
            return g;
        const rc_group *now = group(x, g);
        uint32_t next = now->preposition != NO ? above_preposition(x, now) : above_clause(x, g);
        if (next == g)
            return first_joined(x, g);
        if (next != NO && next > g)
            return NO;
        g = next;
    }
    return g;
}

/* Where the insertion that ends before token `i` begins: "Xi, the president, said", "(IEA)", with
 * dashes too. `i` itself where nothing was inserted. */
static uint32_t before_insertion(const scene *x, uint32_t i)
{
    uint32_t end = token_before(x, i);
    if (end == NO)
        return i;
    const rc_token *close = token(x, end);
    bool bracket = close->kind == RC_TOKEN_PUNCT && close->first == ')';
    bool comma = is_comma(close), dash = is_dash(close);
    if (!bracket && !comma && !dash)
        return i;
    for (uint32_t n = end; n > x->s->first && end - n < LOOK_TOKENS;) {
        const rc_token *k = token(x, --n);
        if (bracket ? k->first == '(' && k->kind == RC_TOKEN_PUNCT
            : comma ? is_comma(k)
                    : is_dash(k))
            return n;
    }
    return i;
}

/* "Her husband, Tom, a teacher, had": of insertions side by side the first token of all. */
static uint32_t before_insertions(const scene *x, uint32_t i, uint32_t v)
{
    uint32_t from = before_insertion(x, i);
    for (uint32_t n = 0; n < 3 && from != i && is_comma(token(x, from)); n++) {
        uint32_t g = noun_before(x, from, v);
        if (g == NO || group(x, g)->last != from || group(x, g)->first < x->s->first + 2)
            return from;
        uint32_t comma = group(x, g)->first - 1;
        uint32_t outer = is_comma(token(x, comma)) ? noun_before(x, comma, g) : NO;
        if (outer == NO || group(x, outer)->last != comma || is_when(x, outer) ||
            group(x, outer)->preposition != NO)
            return from;
        from = comma;
    }
    return from;
}

/* "..., said the ministry": the subject behind a reporting verb that follows what was said. */
static uint32_t inverted_subject(const scene *x, uint32_t v)
{
    const rc_group *g = group(x, v);
    if (!(token(x, g->head)->classes & RC_CLASS(REPORTING)) || v + 1 >= x->last ||
        !is_noun(x, v + 1) || group(x, v + 1)->first != g->last || g->first == x->s->first)
        return NO;
    const rc_group *by = group(x, v + 1);
    const rc_token *before = token(x, g->first - 1), *behind = token(x, by->last);
    bool ends = by->last >= x->s->last || behind->kind == RC_TOKEN_PUNCT ||
                behind->pos == RC_POS_PREPOSITION || behind->pos == RC_POS_PARTICLE;
    bool named = by->flags & (RC_GROUP_PROPER | RC_GROUP_DEFINITE | RC_GROUP_PRONOUN);
    if (!ends || !(rc_token_is_quote(x->t, before) || (is_comma(before) && named)))
        return NO;
    return before_insertion(x, g->first) == g->first || rc_token_is_quote(x->t, before) ||
                   finite_before(x, v) != NO
               ? v + 1
               : NO;
}

static uint32_t antecedent(const scene *x, uint32_t relative, uint32_t v)
{
    uint32_t end = relative;
    if (end > x->s->first && is_comma(token(x, end - 1)))
        end--;
    return noun_before(x, end, v);
}

/* A participle, a gerund or an infinitive takes its subject from the verb or noun before it. */
static uint32_t borrowed_subject(const scene *x, uint32_t v)
{
    const rc_group *g = group(x, v);
    uint32_t main = finite_before(x, v);
    uint32_t before = token_before(x, g->first);
    bool adjacent =
        v > x->first && is_noun(x, v - 1) && before != NO && group(x, v - 1)->last == before + 1;
    if ((g->flags & (RC_GROUP_PARTICIPLE | RC_GROUP_GERUND)) && adjacent)
        return v - 1;
    if ((g->flags & RC_GROUP_PARTICIPLE) && before != NO && is_comma(token(x, before)))
        return noun_before(x, before, v);
    if (main != NO)
        return group(x, main)->subject;
    if (!adjacent)
        return NO;
    uint32_t noun = v - 1; /* "China's plans to build" */
    return group(x, noun)->possessor != NO ? group(x, noun)->possessor : noun;
}

static uint32_t finite_subject(const scene *x, uint32_t v)
{
    rc_group *g = group(x, v);
    uint32_t before = token_before(x, g->first);
    if (before != NO && is_relative(token(x, before)) && antecedent(x, before, v) != NO)
        return antecedent(x, before, v);
    uint32_t inverted = inverted_subject(x, v);
    if (inverted != NO)
        return inverted;
    uint32_t other = finite_before(x, v);
    if (before != NO && token(x, before)->pos == RC_POS_CONJUNCTION && other != NO)
        return group(x, other)->subject;
    uint32_t from = before_insertions(x, g->first, v);
    uint32_t near = noun_before(x, from, v);
    uint32_t found = climb(x, near);
    /* What stands nearer hangs on a verb or opens the sentence: go on before it. */
    for (uint32_t n = 0; found == NO && near != NO && n < LOOK_GROUPS; n++) {
        uint32_t below = near;
        near = noun_before(x, group(x, near)->first, near);
        if (near != NO && below > x->first && !is_noun(x, below - 1) && near + 1 < below)
            break;
        found = climb(x, near);
    }
    if (found == NO)
        return NO;
    /* "He said prices rose": what was taken for an object is the subject of this verb. */
    uint32_t holder = verb_with_object(x, found);
    if (holder != NO && is_finite(group(x, holder)))
        group(x, holder)->object = NO;
    return found;
}

static bool ends_object_search(const rc_token *k)
{
    return k->pos != RC_POS_ADVERB && k->pos != RC_POS_PARTICLE && k->pos != RC_POS_ADJECTIVE;
}

static uint32_t find_object(const scene *x, uint32_t v)
{
    uint32_t at = group(x, v)->last, found = NO;
    for (uint32_t g = v + 1; g < x->last && g <= v + 3 && is_noun(x, g); g++) {
        const rc_group *n = group(x, g);
        for (uint32_t i = at; i < n->first; i++) {
            if (ends_object_search(token(x, i)) && !rc_token_is_quote(x->t, token(x, i)))
                return found;
        }
        at = n->last;
        const rc_lex_entry *e = token(x, n->head)->entry;
        if (is_when(x, g) || (found != NO && e && (e->kinds & RC_KIND_TIME)))
            continue; /* "last year"; "300 visitors a year" */
        /* "gave the company a loan": the second; a possessor leads to what is possessed. */
        found = g;
    }
    return found;
}

/* "by" a doer: no date and no figure. */
static uint32_t find_agent(const scene *x, uint32_t v)
{
    for (uint32_t g = v + 1, n = 0; g < x->last && n < 6 && is_noun(x, g); g++, n++) {
        const rc_group *by = group(x, g);
        if (by->preposition == NO || !(token(x, by->preposition)->classes & RC_CLASS(AGENT)))
            continue;
        const rc_token *head = token(x, by->head);
        bool time = head->entry && (head->entry->kinds & RC_KIND_TIME) &&
                    !(head->entry->kinds & (RC_KIND_PERSON | RC_KIND_GROUP));
        return head->pos == RC_POS_NUMBER || time ? NO : g;
    }
    return NO;
}

/* "that the firm": the noun group is the subject of a relative clause. */
static bool follows_relative(const scene *x, uint32_t g)
{
    uint32_t before = token_before(x, group(x, g)->first);
    return before != NO && is_relative(token(x, before));
}

/* "The bridge built in 1931 was closed": what was read as a past is a participle where a finite
 * verb follows and nothing between the two could be its subject. */
static void fix_reduced(const scene *x, uint32_t v)
{
    rc_group *g = group(x, v);
    const rc_token *k = token(x, g->head);
    if (!is_finite(g) || k->pos != RC_POS_VERB || k->form != RC_VERB_PAST ||
        g->last - g->first > 1 || v == x->first || !is_noun(x, v - 1) || !k->entry ||
        !(k->entry->forms & RC_FORM_VERB_PARTICIPLE) || g->last >= x->s->last ||
        token(x, g->last)->pos != RC_POS_PREPOSITION || follows_relative(x, v - 1))
        return;
    uint32_t next = v + 1;
    while (next < x->last && next < v + 6 && is_noun(x, next) && group(x, next)->preposition != NO)
        next++;
    if (next >= x->last || !is_finite(group(x, next)))
        return;
    for (uint32_t i = g->last; i < group(x, next)->first; i++) {
        const rc_token *between = token(x, i);
        if (is_comma(between) || between->pos == RC_POS_CONJUNCTION || is_relative(between) ||
            between->pos == RC_POS_SUBORDINATOR)
            return;
    }
    g->flags = (uint16_t)((g->flags & ~RC_GROUP_PAST) | RC_GROUP_PARTICIPLE);
    x->t->tokens[g->head].form = RC_VERB_PARTICIPLE;
}

/* "bought by the museum", ", compared with last year": a doer, or a comma behind a verb, makes a
 * participle of what could be a past. */
static void fix_appended(const scene *x, uint32_t v)
{
    rc_group *g = group(x, v);
    rc_token *k = &x->t->tokens[g->head];
    if (!is_finite(g) || k->pos != RC_POS_VERB || k->form != RC_VERB_PAST ||
        g->last - g->first > 1 || !k->entry || !(k->entry->forms & RC_FORM_VERB_PARTICIPLE) ||
        g->last >= x->s->last || token(x, g->last)->pos != RC_POS_PREPOSITION)
        return;
    uint32_t before = token_before(x, g->first);
    bool done_by = find_agent(x, v) == v + 1;
    bool appended = before != NO && is_comma(token(x, before)) && finite_before(x, v) != NO &&
                    before_insertion(x, g->first) == g->first;
    if (!done_by && !appended)
        return;
    g->flags = (uint16_t)((g->flags & ~RC_GROUP_PAST) | RC_GROUP_PARTICIPLE);
    k->form = RC_VERB_PARTICIPLE;
}

/* "lifts limits on metals used for magnets": behind the objects of another verb, with nothing that
 * could open a clause between, it is a participle; unless that verb may have a clause for object.
 */
static void fix_embedded(const scene *x, uint32_t v)
{
    rc_group *g = group(x, v);
    rc_token *k = &x->t->tokens[g->head];
    if (!is_finite(g) || k->pos != RC_POS_VERB || k->form != RC_VERB_PAST ||
        g->last - g->first > 1 || !k->entry || !(k->entry->forms & RC_FORM_VERB_PARTICIPLE) ||
        v == x->first || !is_noun(x, v - 1) || (group(x, v - 1)->flags & RC_GROUP_PRONOUN))
        return;
    uint32_t other = finite_before(x, v);
    if (other == NO || (token(x, group(x, other)->head)->classes &
                        (RC_CLASS(REPORTING) | RC_CLASS(ESTIMATING) | RC_CLASS(PLANNING))))
        return;
    for (uint32_t i = group(x, other)->last; i < g->first; i++) {
        const rc_token *between = token(x, i);
        if (between->kind == RC_TOKEN_PUNCT || between->pos == RC_POS_CONJUNCTION ||
            is_relative(between) || (between->classes & RC_CLASS(SUBORDINATOR)))
            return;
    }
    g->flags = (uint16_t)((g->flags & ~RC_GROUP_PAST) | RC_GROUP_PARTICIPLE);
    k->form = RC_VERB_PARTICIPLE;
}

/* A participle that stands alone in its sentence as the verb behind a noun is a past. */
static void fix_lonely(const scene *x, uint32_t v)
{
    rc_group *g = group(x, v);
    rc_token *k = &x->t->tokens[g->head];
    if (!(g->flags & RC_GROUP_PARTICIPLE) || x->s->fragment || !k->entry ||
        !(k->entry->forms & RC_FORM_VERB_PAST) || v == x->first || !is_noun(x, v - 1))
        return;
    for (uint32_t i = x->first; i < x->last && i < x->first + LOOK_GROUPS; i++) {
        if (is_finite(group(x, i)))
            return;
    }
    g->flags = (uint16_t)((g->flags & ~RC_GROUP_PARTICIPLE) | RC_GROUP_PAST);
    k->form = RC_VERB_PAST;
}

/* "the mine that the company bought": what the relative clause hangs on is the object. Behind a
 * word for something said or thought "that" opens what it says. */
static uint32_t relative_object(const scene *x, uint32_t subject)
{
    uint32_t start = group(x, subject)->first;
    uint32_t before = start > x->s->first ? token_before(x, start) : NO;
    if (before == NO || !is_relative(token(x, before)))
        return NO;
    uint32_t noun = antecedent(x, before, subject);
    if (noun == NO || token(x, before)->pos == RC_POS_PRONOUN)
        return noun;
    const rc_lex_entry *e = token(x, group(x, noun)->head)->entry;
    bool tells = e && (e->kinds & (RC_KIND_COMMUNICATION | RC_KIND_COGNITION));
    return group(x, noun)->last == before && !tells ? noun : NO;
}

static void link_verb(const scene *x, uint32_t v)
{
    rc_group *g = group(x, v);
    g->subject = is_finite(g) ? finite_subject(x, v) : borrowed_subject(x, v);
    if (g->subject == NO || g->subject < v)
        g->object = find_object(x, v);
    if (g->flags & (RC_GROUP_PASSIVE | RC_GROUP_PARTICIPLE))
        g->agent = find_agent(x, v);
    if (g->subject == NO)
        return;
    const rc_group *subject = group(x, g->subject);
    if (is_finite(g) && (token(x, subject->first)->classes & RC_CLASS(NEGATION)))
        g->flags |= RC_GROUP_NEGATED;
    if (g->object == NO && g->subject < v)
        g->object = relative_object(x, g->subject);
}

static void link_sentence(const scene *x)
{
    for (uint32_t g = x->first; g < x->last; g++) {
        if (!is_noun(x, g))
            continue;
        link_preposition(x, g);
        link_possessor(x, g);
        link_joined(x, g);
    }
    for (uint32_t g = x->first; g < x->last; g++) {
        if (!is_noun(x, g)) {
            fix_reduced(x, g);
            fix_appended(x, g);
            fix_embedded(x, g);
        }
    }
    for (uint32_t g = x->first; g < x->last; g++) {
        if (is_noun(x, g))
            continue;
        fix_lonely(x, g);
        link_verb(x, g);
    }
}

/* Groups do not overlap. */
static void index_groups(rc_arena *a, rc_text *t)
{
    t->group_of = RC_NEW_ARRAY(a, uint32_t, t->token_count);
    uint32_t at = 0;
    for (uint32_t g = 0; g < t->group_count; g++) {
        while (at < t->groups[g].first)
            t->group_of[at++] = UINT32_MAX;
        while (at < t->groups[g].last)
            t->group_of[at++] = g;
    }
    while (at < t->token_count)
        t->group_of[at++] = UINT32_MAX;
}

rc_status rc_text_group(rc_arena *a, rc_text *t)
{
    rc_chunker c = {.arena = a, .text = t, .capacity = t->token_count / 3 + 16};
    t->groups = RC_NEW_ARRAY(a, rc_group, c.capacity);
    t->group_count = 0;
    t->sentence_groups = RC_NEW_ARRAY(a, uint32_t, t->sentence_count + 1);
    for (size_t s = 0; s < t->sentence_count; s++) {
        scene x = {.t = t, .s = &t->sentences[s], .first = (uint32_t)t->group_count};
        t->sentence_groups[s] = x.first;
        rc_chunk_sentence(&c, x.s);
        x.last = (uint32_t)t->group_count;
        link_sentence(&x);
    }
    t->sentence_groups[t->sentence_count] = (uint32_t)t->group_count;
    index_groups(a, t);
    return RC_OK;
}

uint32_t rc_text_group_at(const rc_text *t, uint32_t token_at, rc_group_kind kind)
{
    uint32_t g = t->group_of[token_at];
    return g != UINT32_MAX && t->groups[g].kind == (uint8_t)kind ? g : UINT32_MAX;
}
