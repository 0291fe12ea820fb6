/* Parts of speech by the cheapest path through the readings that each word of a sentence has: what
 * a reading costs by itself (closed classes; WordNet's counts; capitals; endings) and behind the
 * reading before it (transitions.def). Costs are in eighths of a bit. Where a word has one reading
 * the path up to it is settled, so that the work is linear and its memory small. */
#include "text/token.h"

#include <string.h>

#define READINGS_MAX 8
#define WINDOW 64 /* words without a settled one among them that are kept */

typedef enum {
#define RC_STATE(name, pos, form) S_##name,
#include "text/tag.def"
#undef RC_STATE
    STATE_COUNT
} state;

static const uint8_t pos_of[STATE_COUNT] = {
#define RC_STATE(name, pos, form) RC_POS_##pos,
#include "text/tag.def"
#undef RC_STATE
};

static const uint8_t form_of[STATE_COUNT] = {
#define RC_STATE(name, pos, form) RC_VERB_##form,
#include "text/tag.def"
#undef RC_STATE
};

static const uint8_t transitions[STATE_COUNT][STATE_COUNT] = {
#define RC_ROW(...) {__VA_ARGS__},
#include "text/transitions.def"
#undef RC_ROW
};

static const struct {
    const char *ending;
    uint8_t bytes, state, cost, second, second_cost;
} suffixes[] = {
#define RC_SUFFIX(ending, a, cost_a, b, cost_b)                                                    \
    {ending, sizeof(ending) - 1, S_##a, cost_a, S_##b, cost_b},
#include "text/suffixes.def"
#undef RC_SUFFIX
};

/* Words that WordNet tagged as a part of speech in all, as its frequencies are (lexicon.h). */
static const uint32_t totals[4] = {133, 130, 122, 116};
#define NEVER_TAGGED 14u      /* more than a word that was tagged once */
#define READ_FIRST 16u        /* for a reading that the words' table names */
#define CONTENT_OF_CLOSED 24u /* against "like" as a verb */
#define CAPITAL_INSIDE 48u    /* against a capital on what is no name */
#define NAME_KNOWN 60u
#define NAME_UNKNOWN 80u
#define NAME_AT_START 190u /* a common word that opens the sentence as a name */
#define SELDOM 60u
#define HOPELESS 72u
#define NAME_BEFORE_NAME 110u
#define PARTICIPLE_ADJECTIVE 32u

typedef struct {
    uint8_t state[READINGS_MAX];
    uint16_t cost[READINGS_MAX];
    uint8_t count;
} readings;

typedef struct {
    uint32_t token;
    uint8_t count;
    uint8_t state[READINGS_MAX], from[READINGS_MAX];
    uint32_t cost[READINGS_MAX];
} step;

/* The readings of the last words in small letters, by their hash: most words are common ones. */
#define MEMORY 256
typedef struct {
    rc_word word;
    readings r;
} memory;

typedef struct {
    rc_text *text;
    const rc_lexicon *lexicon;
    uint32_t first, last; /* the sentence */
    bool headline;        /* capitals tell nothing */
    step steps[WINDOW];   /* steps[0] is settled */
    memory known[MEMORY];
    uint32_t step_count;
} tagger;

static void add_reading(readings *r, state s, uint32_t cost)
{
    for (uint32_t i = 0; i < r->count; i++) {
        if (r->state[i] == s) {
            if (cost < r->cost[i])
                r->cost[i] = (uint16_t)cost;
            return;
        }
    }
    if (r->count == READINGS_MAX)
        return;
    r->state[r->count] = (uint8_t)s;
    r->cost[r->count++] = (uint16_t)cost;
}

static const struct {
    uint64_t classes;
    uint8_t state, cost;
} closed[] = {
    {RC_CLASS(BE), S_BE, 10},
    {RC_CLASS(HAVE), S_HAVE, 10},
    {RC_CLASS(NUMBER), S_NUM, 10},
    {RC_CLASS(INFINITIVE), S_TO, 0},
    {RC_CLASS(GENITIVE), S_GEN, 0},
    {RC_CLASS(MODAL), S_MODAL, 20},
    {RC_CLASS(DETERMINER), S_DET, 30},
    {RC_CLASS(CONJUNCTION), S_CONJ, 20},
    {RC_CLASS(PREPOSITION), S_PREP, 30},
    {RC_CLASS(SUBORDINATOR), S_SUB, 40},
    {RC_CLASS(RELATIVE), S_REL, 30},
    {RC_CLASS(PRONOUN), S_PRON, 40},
    {RC_CLASS(ADVERB), S_ADV, 50},
};

#define CLOSED_ONLY                                                                                \
    (RC_CLASS(DETERMINER) | RC_CLASS(PRONOUN) | RC_CLASS(MODAL) | RC_CLASS(BE) | RC_CLASS(HAVE) |  \
     RC_CLASS(CONJUNCTION) | RC_CLASS(GENITIVE) | RC_CLASS(POSSESSIVE) | RC_CLASS(INFINITIVE) |    \
     RC_CLASS(RELATIVE) | RC_CLASS(SUBORDINATOR) | RC_CLASS(NEGATION) | RC_CLASS(NUMBER))
#define ANY_CLOSED (CLOSED_ONLY | RC_CLASS(PREPOSITION) | RC_CLASS(ADVERB) | RC_CLASS(AUXILIARY))

static void add_closed(readings *r, uint64_t classes)
{
    /* "that", "which" are seldom determiners. */
    bool links = (classes & (RC_CLASS(SUBORDINATOR) | RC_CLASS(RELATIVE))) &&
                 !(classes & RC_CLASS(POSSESSIVE));
    uint32_t more = links ? SELDOM : 0;
    for (size_t i = 0; i < sizeof(closed) / sizeof(*closed); i++) {
        if (classes & closed[i].classes)
            add_reading(r, closed[i].state,
                        closed[i].cost +
                            (closed[i].state == S_DET || closed[i].state == S_PRON ? more : 0));
    }
    if ((classes & RC_CLASS(NEGATION)) && r->count == 0)
        add_reading(r, S_NOT, 10);
    bool other_aux =
        (classes & RC_CLASS(AUXILIARY)) && !(classes & (RC_CLASS(BE) | RC_CLASS(HAVE)));
    if (other_aux)
        add_reading(r, classes & RC_CLASS(GENITIVE) ? S_BE : S_MODAL, 30);
}

static uint32_t content_cost(const rc_lex_entry *e, rc_lex_pos pos)
{
    uint32_t f = e->frequency[pos];
    return f ? totals[pos] - (f < totals[pos] ? f : totals[pos]) : totals[pos] + NEVER_TAGGED;
}

static uint32_t preferred(uint32_t cost, bool read_first)
{
    return !read_first ? cost : cost > READ_FIRST ? cost - READ_FIRST : 0;
}

static void add_verb(readings *r, const rc_lex_entry *e, uint32_t cost)
{
    static const struct {
        uint16_t form;
        uint8_t state;
    } forms[] = {{RC_FORM_VERB_BASE, S_BASE},
                 {RC_FORM_VERB_S, S_PRES},
                 {RC_FORM_VERB_PAST, S_PAST},
                 {RC_FORM_VERB_PARTICIPLE, S_PART},
                 {RC_FORM_VERB_ING, S_ING}};
    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
        if (e->forms & forms[i].form)
            add_reading(r, forms[i].state, cost);
    }
    if ((e->forms & (RC_FORM_VERB_PARTICIPLE | RC_FORM_VERB_ING)) && !e->lemma[RC_ADJECTIVE])
        add_reading(r, S_ADJ, cost + PARTICIPLE_ADJECTIVE);
}

/* The readings that WordNet gives, each dearer by `more`. */
static void add_content(readings *r, const rc_token *k, uint32_t more)
{
    const rc_lex_entry *e = k->entry;
    bool name_only = (e->forms & RC_FORM_NAME) != 0;
    if (e->lemma[RC_VERB])
        add_verb(r, e,
                 more + preferred(content_cost(e, RC_VERB), (k->classes & RC_CLASS(VERB)) != 0));
    if (e->lemma[RC_NOUN] && !name_only)
        add_reading(r, e->forms & RC_FORM_NOUN_PLURAL ? S_NOUNS : S_NOUN,
                    more + preferred(content_cost(e, RC_NOUN), (k->classes & RC_CLASS(NOUN)) != 0));
    if (e->lemma[RC_ADJECTIVE])
        add_reading(r, S_ADJ,
                    more + preferred(content_cost(e, RC_ADJECTIVE),
                                     (k->classes & RC_CLASS(ADJECTIVE)) != 0));
    if (e->lemma[RC_ADVERB])
        add_reading(r, S_ADV, more + content_cost(e, RC_ADVERB));
}

static void add_by_suffix(readings *r, rc_str s, uint32_t more)
{
    for (size_t i = 0; i < sizeof(suffixes) / sizeof(*suffixes); i++) {
        size_t n = suffixes[i].bytes;
        if (s.len < n + 2 || (n && s.ptr[s.len - 1] != suffixes[i].ending[n - 1]) ||
            memcmp(s.ptr + s.len - n, suffixes[i].ending, n) != 0)
            continue;
        add_reading(r, suffixes[i].state, suffixes[i].cost + more);
        add_reading(r, suffixes[i].second, suffixes[i].second_cost + more);
        return;
    }
    add_reading(r, S_NOUN, NAME_UNKNOWN + more);
}

/* Does a capital here mean nothing: at the start of a sentence, of a quotation, behind a colon? */
static bool capital_is_due(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    if (g->headline || i == g->first || (k->flags & RC_TOKEN_SENTENCE_START))
        return true;
    const rc_token *before = k - 1;
    return before->kind == RC_TOKEN_PUNCT && before->first != ',' && before->first != '.' &&
           before->first != '-' && before->first != '\'' && before->first != ')' &&
           before->first != '/';
}

/* "White House" at the start: another capital follows, which none of the usual reasons explains. */
static bool before_name(const tagger *g, uint32_t i)
{
    const rc_token *next = &g->text->tokens[i + 1];
    return !g->headline && i + 1 < g->last && next->kind == RC_TOKEN_WORD &&
           (next->flags & RC_TOKEN_CAPITAL) && !(next->classes & CLOSED_ONLY);
}

/* What the capital of a word costs its other readings, and what its reading as a name costs. */
static uint32_t add_name(readings *r, const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    const rc_lex_entry *e = k->entry;
    if (!(k->flags & RC_TOKEN_CAPITAL))
        return 0;
    bool known = (e && (e->forms & (RC_FORM_NAME | RC_FORM_NAME_FIRST))) ||
                 (k->classes & RC_CLASS(FIRST_NAME));
    bool common =
        (k->classes & ANY_CLOSED) ||
        (e && ((e->forms & ~(RC_FORM_NAME | RC_FORM_NAME_FIRST | RC_FORM_NOUN_SINGULAR)) ||
               !(e->forms & RC_FORM_NAME)));
    bool acronym = (k->flags & RC_TOKEN_ALL_CAPS) && !g->headline;
    bool due = capital_is_due(g, i);
    uint32_t cost = known ? NAME_KNOWN : NAME_UNKNOWN;
    if (due && common && !acronym)
        cost = known ? NAME_UNKNOWN : before_name(g, i) ? NAME_BEFORE_NAME : NAME_AT_START;
    add_reading(r, S_PROPER, cost);
    if (acronym)
        return 2 * CAPITAL_INSIDE;
    return due ? 0 : k->classes & CLOSED_ONLY ? CAPITAL_INSIDE / 2 : CAPITAL_INSIDE;
}

/* "is considering", against "considering" as a preposition. */
static inline bool opens_participle(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    return (k->classes & RC_CLASS(PREPOSITION)) && k->entry &&
           (k->entry->forms & RC_FORM_VERB_ING) && i > g->first && (k[-1].classes & RC_CLASS(BE));
}

/* A modal with a capital beside a number is a month: "12 May 2021". */
static bool is_month(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    if (!(k->classes & RC_CLASS(MODAL)) || !(k->flags & RC_TOKEN_CAPITAL))
        return false;
    return (i > g->first && k[-1].kind == RC_TOKEN_NUMBER) ||
           (i + 1 < g->last && k[1].kind == RC_TOKEN_NUMBER);
}

/* A modal with a capital before a capital, where no question begins: "Will Forte". */
static bool is_given_name(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    if (!(k->classes & RC_CLASS(MODAL)) || !(k->flags & RC_TOKEN_CAPITAL) || i + 1 >= g->last ||
        k[1].kind != RC_TOKEN_WORD || !(k[1].flags & RC_TOKEN_CAPITAL))
        return false;
    if (g->headline)
        return i > g->first && (k[-1].classes & RC_CLASS(BE));
    return i != g->first || g->text->tokens[g->last - 1].first != '?';
}

static void read_word(readings *r, const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    uint64_t classes = k->classes & ANY_CLOSED;
    if (opens_participle(g, i))
        classes &= ~(RC_CLASS(PREPOSITION) | RC_CLASS(SUBORDINATOR));
    if ((k->flags & RC_TOKEN_TOPIC) || is_month(g, i) || is_given_name(g, i)) {
        add_reading(r, S_PROPER, 0);
        return;
    }
    if (classes) {
        add_closed(r, classes);
        if (!(k->flags & RC_TOKEN_CAPITAL) && r->count == 1 && (classes & CLOSED_ONLY))
            return;
    }
    uint32_t more = add_name(r, g, i);
    for (uint32_t n = 0; more && n < r->count; n++) {
        if (r->state[n] != S_PROPER)
            r->cost[n] = (uint16_t)(r->cost[n] + more);
    }
    if (classes & CLOSED_ONLY)
        return;
    if (k->entry)
        add_content(r, k, more + (classes ? CONTENT_OF_CLOSED : 0));
    if (r->count == 0 || (!k->entry && !classes))
        add_by_suffix(r, rc_token_text(g->text, i), more);
}

/* Drops what is so dear that hardly anything beside the word could make it right. */
static void prune(readings *r)
{
    uint32_t best = UINT32_MAX, kept = 0;
    for (uint32_t i = 0; i < r->count; i++)
        best = r->cost[i] < best ? r->cost[i] : best;
    for (uint32_t i = 0; i < r->count; i++) {
        if (r->cost[i] > best + HOPELESS)
            continue;
        r->state[kept] = r->state[i];
        r->cost[kept++] = r->cost[i];
    }
    r->count = (uint8_t)kept;
}

static void recall_word(readings *r, tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    if ((k->flags & RC_TOKEN_CAPITAL) || !k->word || opens_participle(g, i)) {
        read_word(r, g, i);
        prune(r);
        return;
    }
    memory *m = &g->known[k->word % MEMORY];
    if (m->word != k->word) {
        m->word = k->word;
        m->r.count = 0;
        read_word(&m->r, g, i);
        prune(&m->r);
    }
    *r = m->r;
}

/* The apostrophe of "workers'". */
static bool is_plural_genitive(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    if (i == g->first || i + 1 >= g->last || (k->flags & RC_TOKEN_SPACE_BEFORE) ||
        !(k[1].flags & RC_TOKEN_SPACE_BEFORE) || (k[-1].flags & RC_TOKEN_IN_QUOTES) ||
        k[-1].kind != RC_TOKEN_WORD)
        return false;
    rc_str s = rc_token_text(g->text, i);
    char before = g->text->doc->text.ptr[k[-1].end - 1];
    return (before == 's' || before == 'z') &&
           (k->first == '\'' || (s.len == 3 && memcmp(s.ptr, "\xe2\x80\x99", 3) == 0));
}

static void read_sign(readings *r, const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    state s = S_COMMA;
    if (k->kind == RC_TOKEN_SYMBOL)
        s = k->first == '$' || k->first == '%' || k->first >= 0x80 ? S_NUM
            : k->first == '&'                                      ? S_CONJ
                                                                   : S_COMMA;
    else if (k->first == '.' || k->first == '!' || k->first == '?')
        s = S_BOUND;
    else if (k->first == '-' && !(k->flags & RC_TOKEN_SPACE_BEFORE) && i + 1 < g->last &&
             !(k[1].flags & RC_TOKEN_SPACE_BEFORE))
        s = S_HYPHEN;
    else if (is_plural_genitive(g, i))
        s = S_GEN;
    add_reading(r, s, 0);
}

/* Quotation marks say nothing of what stands beside them. */
static bool is_passed_over(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    if (k->kind != RC_TOKEN_PUNCT)
        return false;
    if (k->first == '"')
        return true;
    if (k->first == '\'' || k->end - k->start == 3) {
        const unsigned char *p = (const unsigned char *)g->text->doc->text.ptr + k->start;
        bool mark =
            k->first == '\'' || (p[0] == 0xE2 && p[1] == 0x80 && p[2] >= 0x98 && p[2] <= 0x9F);
        return mark && !is_plural_genitive(g, i);
    }
    return false;
}

static void assign(rc_token *k, state s)
{
    k->pos = pos_of[s];
    k->form = form_of[s];
    if (s == S_NOUNS)
        k->flags |= RC_TOKEN_PLURAL;
}

/* Settles the path that ends in reading `at` of the last step. */
static void settle(tagger *g, uint32_t at)
{
    for (uint32_t i = g->step_count - 1; i > 0; i--) {
        step *s = &g->steps[i];
        assign(&g->text->tokens[s->token], (state)s->state[at]);
        at = s->from[at];
    }
    step *last = &g->steps[g->step_count - 1];
    g->steps[0] = *last;
    g->step_count = 1;
}

static uint32_t cheapest(const step *s)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < s->count; i++) {
        if (s->cost[i] < s->cost[best])
            best = i;
    }
    return best;
}

static void keep_only(step *s, uint32_t at)
{
    s->state[0] = s->state[at];
    s->cost[0] = 0;
    s->count = 1;
}

/* An adverb in the middle of a verb group hands on what stands before it. */
static void add_inner_adverbs(readings *r, const step *before)
{
    uint32_t cost = UINT32_MAX;
    for (uint32_t i = 0; i < r->count; i++) {
        if (r->state[i] == S_ADV)
            cost = r->cost[i];
    }
    if (cost == UINT32_MAX)
        return;
    for (uint32_t i = 0; i < before->count; i++) {
        state s = (state)before->state[i];
        if (s == S_TO || s == S_MODAL || s == S_ADVM)
            add_reading(r, S_ADVM, cost);
        if (s == S_BE || s == S_HAVE || s == S_ADVB)
            add_reading(r, S_ADVB, cost);
    }
}

/* The cheapest way to a state from the step before. */
static void reach(step *now, uint32_t i, const step *before, uint32_t own_cost)
{
    uint32_t best = 0, cost = UINT32_MAX;
    for (uint32_t k = 0; k < before->count; k++) {
        uint32_t c = before->cost[k] + transitions[before->state[k]][now->state[i]];
        if (c < cost) {
            cost = c;
            best = k;
        }
    }
    now->from[i] = (uint8_t)best;
    now->cost[i] = cost + own_cost;
}

static void advance(tagger *g, uint32_t token, readings *r)
{
    const step *before = &g->steps[g->step_count - 1];
    if (r->count == 1 && g->step_count == 1) {
        assign(&g->text->tokens[token], (state)r->state[0]);
        g->steps[0].state[0] = r->state[0];
        return;
    }
    add_inner_adverbs(r, before);
    step *now = &g->steps[g->step_count++];
    now->token = token;
    now->count = r->count;
    for (uint32_t i = 0; i < r->count; i++) {
        now->state[i] = r->state[i];
        reach(now, i, before, r->cost[i]);
    }
    if (r->count == 1 || g->step_count == WINDOW) {
        uint32_t at = cheapest(now);
        settle(g, at);
        keep_only(&g->steps[0], at);
    }
}

/* "the planned visit", "of refined copper": a participle that stands before its noun. */
static void fix_participle(const tagger *g, uint32_t i)
{
    rc_token *k = &g->text->tokens[i];
    /* "its October meeting" */
    if (k->form == RC_VERB_ING && k->entry && k->entry->lemma[RC_NOUN] == k->word && i > g->first &&
        k[-1].pos == RC_POS_PROPER && k[-1].entry && (k[-1].entry->kinds & RC_KIND_TIME)) {
        assign(k, S_NOUN);
        return;
    }
    if (k->pos != RC_POS_VERB || k->form < RC_VERB_PAST || i + 1 >= g->last)
        return;
    const rc_token *next = k + 1;
    uint8_t before = i == g->first ? RC_POS_OTHER : k[-1].pos;
    bool noun_next = next->pos == RC_POS_NOUN || (next->pos == RC_POS_PROPER) ||
                     (next->pos == RC_POS_ADJECTIVE && i + 2 < g->last && k[2].pos == RC_POS_NOUN);
    bool opened =
        before == RC_POS_DETERMINER || before == RC_POS_ADJECTIVE || before == RC_POS_NUMBER ||
        (i > g->first && before == RC_POS_PARTICLE && (k[-1].classes & RC_CLASS(GENITIVE))) ||
        (before == RC_POS_PREPOSITION && k->form != RC_VERB_ING);
    if (noun_next && opened) {
        k->pos = RC_POS_ADJECTIVE;
        k->form = RC_VERB_NONE;
    }
}

/* "by about 5%": before a figure it is no preposition, unless it says how long ("over five years").
 */
static void fix_approximator(const tagger *g, uint32_t i)
{
    rc_token *k = &g->text->tokens[i];
    if (k->pos != RC_POS_PREPOSITION || !(k->classes & RC_CLASS(APPROXIMATOR)) ||
        (k->classes & RC_CLASS(SUBORDINATOR)) || i + 2 >= g->last || k[1].pos != RC_POS_NUMBER)
        return;
    bool lasts = k[2].entry && (k[2].entry->kinds & RC_KIND_TIME);
    if (!lasts)
        k->pos = RC_POS_ADVERB;
}

/* What WordNet calls an adjective is a verb before a noun that would need an article ("was
 * appointed chairman"), and before an article or figure with nothing to open a noun group ("and
 * injured 3,000 others"). */
static void fix_appointed(const tagger *g, uint32_t i)
{
    rc_token *k = &g->text->tokens[i];
    if (i == g->first || i + 1 >= g->last || !k->entry ||
        !(k->entry->forms & (RC_FORM_VERB_PARTICIPLE | RC_FORM_VERB_PAST)))
        return;
    uint8_t before = k[-1].pos, next = k[1].pos;
    bool appointed =
        (k[-1].classes & RC_CLASS(BE)) && next == RC_POS_NOUN && !(k[1].flags & RC_TOKEN_PLURAL);
    bool governs = (next == RC_POS_DETERMINER || next == RC_POS_NUMBER) &&
                   (before == RC_POS_CONJUNCTION || before == RC_POS_NOUN ||
                    before == RC_POS_PROPER || before == RC_POS_PRONOUN);
    bool exceeded = (k[-1].classes & RC_CLASS(APPROXIMATOR)) &&
                    (k[-1].classes & RC_CLASS(SUBORDINATOR)) && i > g->first + 1 &&
                    (k[-2].classes & RC_CLASS(APPROXIMATOR));
    if (exceeded)
        k[-1].pos = k[-2].pos = RC_POS_ADVERB;
    if (!appointed && !governs && !exceeded)
        return;
    k->pos = RC_POS_VERB;
    k->form =
        appointed || !(k->entry->forms & RC_FORM_VERB_PAST) ? RC_VERB_PARTICIPLE : RC_VERB_PAST;
}

/* "have" and "do" without another verb are verbs themselves. */
static void fix_auxiliary(const tagger *g, uint32_t i)
{
    rc_token *k = &g->text->tokens[i];
    if (k->pos != RC_POS_AUX ||
        (k->classes & (RC_CLASS(BE) | RC_CLASS(MODAL) | RC_CLASS(GENITIVE))))
        return;
    for (uint32_t n = i + 1; n < g->last && n < i + 5; n++) {
        uint8_t pos = g->text->tokens[n].pos;
        if (pos == RC_POS_VERB || pos == RC_POS_AUX)
            return;
        if (pos != RC_POS_ADVERB && pos != RC_POS_PARTICLE && pos != RC_POS_PRONOUN)
            break;
    }
    k->pos = RC_POS_VERB;
    k->form = (k->entry && (k->entry->forms & RC_FORM_VERB_BASE)) ? RC_VERB_BASE
              : k->entry && (k->entry->forms & RC_FORM_VERB_PAST) ? RC_VERB_PAST
              : k->entry && (k->entry->forms & RC_FORM_VERB_ING)  ? RC_VERB_ING
                                                                  : RC_VERB_PRESENT;
}

/* An unknown plural: "cryptominers" of "cryptominer". */
static rc_word unknown_lemma(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    rc_str s = rc_token_text(g->text, i);
    return (k->flags & RC_TOKEN_PLURAL) && s.len > 3 ? rc_word_from(rc_str_sub(s, 0, s.len - 1))
                                                     : k->word;
}

static void set_lemma(const tagger *g, uint32_t i)
{
    static const uint8_t lex_pos[] = {[RC_POS_NOUN] = RC_NOUN + 1,
                                      [RC_POS_PROPER] = RC_NOUN + 1,
                                      [RC_POS_VERB] = RC_VERB + 1,
                                      [RC_POS_AUX] = RC_VERB + 1,
                                      [RC_POS_ADJECTIVE] = RC_ADJECTIVE + 1,
                                      [RC_POS_ADVERB] = RC_ADVERB + 1,
                                      [RC_POS_PARTICLE] = 0};
    rc_token *k = &g->text->tokens[i];
    const rc_lex_entry *e = k->entry;
    uint8_t pos = lex_pos[k->pos];
    if (!pos)
        return;
    if (!e) {
        k->lemma = k->root = unknown_lemma(g, i);
        return;
    }
    if (k->pos == RC_POS_NOUN && e->lemma[RC_NOUN] && e->lemma[RC_NOUN] != k->word &&
        (e->forms & RC_FORM_NOUN_PLURAL))
        k->flags |= RC_TOKEN_PLURAL;
    rc_word lemma = e->lemma[pos - 1];
    if (!lemma && k->pos != RC_POS_PROPER)
        lemma = e->lemma[RC_VERB] ? e->lemma[RC_VERB] : e->lemma[RC_NOUN];
    if (lemma)
        k->lemma = lemma;
    if (lemma && lemma != k->word)
        e = rc_lexicon_find(g->lexicon, lemma);
    k->root = e && e->root ? e->root : k->lemma;
}

/* "in 2019": what follows does so as behind a name. */
static bool is_year(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    return k->end - k->start == 4 && (k->first == '1' || k->first == '2') && i > g->first &&
           (k[-1].classes & RC_CLASS(PREPOSITION));
}

/* In a headline set with capitals they tell nothing. */
static bool has_headline_capitals(const tagger *g)
{
    uint32_t words = 0, capitals = 0;
    for (uint32_t i = g->first; i < g->last; i++) {
        const rc_token *k = &g->text->tokens[i];
        if (k->kind != RC_TOKEN_WORD || k->end - k->start < 4)
            continue;
        if (++words >= 8 && capitals * 2 < words)
            return false;
        capitals += (k->flags & RC_TOKEN_CAPITAL) != 0;
    }
    return words >= 3 && capitals * 4 >= words * 3;
}

static void finish_token(const tagger *g, uint32_t i)
{
    rc_token *k = &g->text->tokens[i];
    if (k->kind == RC_TOKEN_NUMBER)
        k->pos = RC_POS_NUMBER;
    if (k->kind != RC_TOKEN_WORD)
        return;
    /* A word of a name is none of grammar. */
    if (k->pos == RC_POS_PROPER && ((k->flags & RC_TOKEN_TOPIC) || (k->classes & RC_CLASS(MODAL))))
        k->classes &= ~(ANY_CLOSED | RC_CLASS(FUTURE) | RC_CLASS(DEFINITE));
    if (k->pos == RC_POS_VERB)
        fix_participle(g, i);
    else if (k->pos == RC_POS_ADJECTIVE)
        fix_appointed(g, i);
    else if (k->pos == RC_POS_AUX)
        fix_auxiliary(g, i);
    else if (k->pos == RC_POS_PREPOSITION)
        fix_approximator(g, i);
    set_lemma(g, i);
}

/* Is a token a noun that could as well be the verb of the noun before it? "agreement focuses",
 * "companies face": what has an ending there has none here. */
static bool could_be_verb(const tagger *g, uint32_t i)
{
    const rc_token *k = &g->text->tokens[i];
    if (k->pos != RC_POS_NOUN || !k->entry || i == g->first || i + 1 >= g->last ||
        (k[1].pos != RC_POS_DETERMINER && k[1].pos != RC_POS_PREPOSITION &&
         k[1].pos != RC_POS_NUMBER && k[1].pos != RC_POS_PROPER))
        return false;
    bool plural = (k[-1].flags & RC_TOKEN_PLURAL) != 0;
    bool named = k[-1].pos == RC_POS_NOUN || k[-1].pos == RC_POS_PROPER;
    return named && (k->entry->forms & (plural ? RC_FORM_VERB_BASE : RC_FORM_VERB_S)) != 0;
}

/* A sentence has a finite verb: where none was found, the first noun that could be one is. */
static void fix_verbless(const tagger *g, const rc_sentence *s)
{
    uint32_t found = g->last;
    for (uint32_t i = g->first; i < g->last; i++) {
        const rc_token *k = &g->text->tokens[i];
        if (k->pos == RC_POS_AUX || (k->pos == RC_POS_VERB && k->form != RC_VERB_ING))
            return;
        if (found == g->last && could_be_verb(g, i))
            found = i;
    }
    if (s->fragment || found == g->last)
        return;
    rc_token *k = &g->text->tokens[found];
    assign(k, k->flags & RC_TOKEN_PLURAL ? S_PRES : S_BASE);
    k->flags &= (uint16_t)~RC_TOKEN_PLURAL;
    set_lemma(g, found);
}

static void tag_sentence(tagger *g, const rc_sentence *s)
{
    g->first = s->first;
    g->last = s->last;
    g->headline = has_headline_capitals(g);
    g->steps[0] = (step){.count = 1, .state = {S_BOUND}};
    g->step_count = 1;
    for (uint32_t i = s->first; i < s->last; i++) {
        rc_token *k = &g->text->tokens[i];
        readings r = {.count = 0};
        k->pos = RC_POS_OTHER;
        if (is_passed_over(g, i))
            continue;
        if (k->kind == RC_TOKEN_WORD)
            recall_word(&r, g, i);
        else if (k->kind == RC_TOKEN_NUMBER)
            add_reading(&r, is_year(g, i) ? S_PROPER : S_NUM, 0);
        else
            read_sign(&r, g, i);
        advance(g, i, &r);
    }
    settle(g, cheapest(&g->steps[g->step_count - 1]));
    for (uint32_t i = s->first; i < s->last; i++)
        finish_token(g, i);
    fix_verbless(g, s);
}

void rc_text_tag(rc_text *t, const rc_lexicon *l)
{
    tagger g = {.text = t, .lexicon = l};
    rc_text_topic(t);
    for (size_t s = 0; s < t->sentence_count; s++)
        tag_sentence(&g, &t->sentences[s]);
}
