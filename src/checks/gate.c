#include "checks/gate.h"

#include "checks/variant.h"

const char *rc_gate_name(rc_gate g)
{
    static const char *const names[] = {
#define RC_GATE(name, text, why) text,
#include "checks/gates.def"
#undef RC_GATE
    };
    return names[g];
}

const char *rc_gate_explanation(rc_gate g)
{
    static const char *const explanations[] = {
#define RC_GATE(name, text, why) why,
#include "checks/gates.def"
#undef RC_GATE
    };
    return explanations[g];
}

#define WORDS_MAX 24 /* of an argument */

/* The words of an argument that carry meaning, as derivational roots. */
static uint32_t content_words(const rc_lexicon *l, rc_str text, rc_word *words)
{
    uint32_t count = 0;
    rc_str rest = text, part;
    while (count < WORDS_MAX && rc_str_split(&rest, ' ', &part)) {
        rc_word w = rc_word_from(part);
        uint64_t classes = rc_lexicon_classes(l, w);
        if (!part.len || (classes & (RC_CLASS(STOPWORD) | RC_CLASS(DETERMINER) |
                                     RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION))))
            continue;
        const rc_lex_entry *e = rc_lexicon_find(l, w);
        words[count++] = e && e->root ? e->root : e && e->lemma[RC_NOUN] ? e->lemma[RC_NOUN] : w;
    }
    return count;
}

static bool means(const rc_lexicon *l, rc_word a, rc_word b)
{
    return a == b || rc_lexicon_related(l, a, b, RC_NOUN) >= RC_RELATED_SYNONYM;
}

uint32_t rc_arguments_alike(const rc_lexicon *l, const rc_argument *a, const rc_argument *b)
{
    if (a->key == b->key)
        return 100;
    if (a->entity && b->entity)
        return 0;
    rc_word x[WORDS_MAX], y[WORDS_MAX];
    uint32_t nx = content_words(l, a->text, x), ny = content_words(l, b->text, y), shared = 0;
    for (uint32_t i = 0; i < nx; i++) {
        uint32_t k = 0;
        while (k < ny && !means(l, x[i], y[k]))
            k++;
        shared += k < ny;
    }
    uint32_t least = nx < ny ? nx : ny;
    return least ? 100 * shared / least : 0;
}

/* The days that a date and the word before it allow: "before 1972" ends the day before. What is
 * denied is turned round: "not before 1972" begins with it. */
static void allowed_days(const rc_claim *c, int64_t *low, int64_t *high)
{
    bool denied = c->modality == RC_NEGATED;
    *low = c->value.time.low;
    *high = c->value.time.high;
    switch ((rc_time_bound)c->bound) {
    case RC_TIME_ON:
    case RC_TIME_SNAPSHOT:
        break;
    case RC_TIME_BEFORE:
    case RC_TIME_UNTIL:
        if (denied) {
            *high = INT32_MAX;
        } else {
            *high = c->bound == RC_TIME_BEFORE ? *low - 1 : *high;
            *low = INT32_MIN;
        }
        break;
    case RC_TIME_AFTER:
    case RC_TIME_SINCE:
        if (denied) {
            *low = INT32_MIN;
        } else {
            *low = c->bound == RC_TIME_AFTER ? *high + 1 : *low;
            *high = INT32_MAX;
        }
        break;
    }
}

static double seconds_of(const rc_time *t)
{
    return (double)t->months * 2629746.0 + t->seconds;
}

static rc_values duration_values(const rc_time *x, const rc_time *y)
{
    double p = seconds_of(x), q = seconds_of(y);
    if (p == q)
        return RC_VALUES_SAME;
    double large = p > q ? p : q, small = p > q ? q : p;
    double slack = x->approximate || y->approximate ? 0.15 : 0.04;
    return small >= large * (1 - slack) ? RC_VALUES_COMPATIBLE : RC_VALUES_DIFFER;
}

static bool within(const rc_time *outer, const rc_time *inner)
{
    return outer->low <= inner->low && inner->high <= outer->high;
}

/* Two ends of one thing ("until 1967", "until 1986"), or two stretches of time, are points, not
 * bounds: they differ unless one is the other said less exactly. */
static rc_values points(const rc_claim *a, const rc_claim *b)
{
    const rc_time *x = &a->value.time, *y = &b->value.time;
    bool stretch = x->grain == RC_GRAIN_SPAN && y->grain == RC_GRAIN_SPAN;
    if (stretch)
        return x->low == y->low || x->high == y->high ? RC_VALUES_DIFFER : RC_VALUES_COMPATIBLE;
    return within(x, y) || within(y, x) ? RC_VALUES_COMPATIBLE : RC_VALUES_DIFFER;
}

/* Told from another time in the text: "two days later" of two texts may be one day. */
static bool follows(const rc_time *t)
{
    return t->anchor == RC_ANCHOR_MENTION && t->kind == RC_TIME_DATE && t->grain > RC_GRAIN_DAY;
}

static rc_values time_values(const rc_claim *a, const rc_claim *b)
{
    const rc_time *x = &a->value.time, *y = &b->value.time;
    if (x->kind != y->kind || (follows(x) && follows(y)))
        return RC_VALUES_UNRELATED;
    if (x->kind == RC_TIME_DURATION)
        return duration_values(x, y);
    if (x->kind != RC_TIME_DATE || x->low == RC_DAY_NONE || y->low == RC_DAY_NONE)
        return RC_VALUES_UNRELATED;
    if (x->low == y->low && x->high == y->high)
        return a->bound == b->bound || a->bound == RC_TIME_ON || b->bound == RC_TIME_ON
                   ? RC_VALUES_SAME
                   : RC_VALUES_COMPATIBLE;
    bool stretch = x->grain == RC_GRAIN_SPAN && y->grain == RC_GRAIN_SPAN &&
                   (x->low == y->low || x->high == y->high);
    if (stretch ||
        (a->bound == b->bound && (a->bound == RC_TIME_UNTIL || a->bound == RC_TIME_SINCE)))
        return points(a, b);
    int64_t al, ah, bl, bh;
    allowed_days(a, &al, &ah);
    allowed_days(b, &bl, &bh);
    int64_t slack = 0;
    if (x->approximate || y->approximate)
        slack = x->grain >= RC_GRAIN_YEAR ? 730 : 31;
    return al <= bh + slack && bl <= ah + slack ? RC_VALUES_COMPATIBLE : RC_VALUES_DIFFER;
}

/* What a denied bound asserts: "not less than 1,337" is at least 1,337. */
static rc_quantity asserted_quantity(const rc_claim *c)
{
    rc_quantity q = c->value.quantity;
    if (c->modality != RC_NEGATED || q.has_low == q.has_high)
        return q;
    rc_decimal end = q.has_low ? q.low : q.high;
    bool low = q.has_low;
    q.low = q.high = end;
    q.has_low = !low;
    q.has_high = low;
    q.comparator = q.comparator == RC_GT   ? RC_LE
                   : q.comparator == RC_GE ? RC_LT
                   : q.comparator == RC_LT ? RC_GE
                                           : RC_GT;
    return q;
}

rc_values rc_claim_values(const rc_claim *a, const rc_claim *b)
{
    if (a->type != b->type)
        return RC_VALUES_UNRELATED;
    switch (a->type) {
    case RC_VALUE_QUANTITY: {
        rc_quantity x = asserted_quantity(a), y = asserted_quantity(b);
        return rc_quantity_compare(&x, &y);
    }
    case RC_VALUE_TIME:
        return time_values(a, b);
    case RC_VALUE_ENTITY:
    case RC_VALUE_TERM:
        return a->value.entity.key == b->value.entity.key ? RC_VALUES_SAME : RC_VALUES_DIFFER;
    }
    return RC_VALUES_UNRELATED;
}

bool rc_claim_magnitudes_apart(const rc_claim *a, const rc_claim *b)
{
    if (a->type != RC_VALUE_QUANTITY || rc_claim_distance(a, b) <= RC_MAGNITUDES_APART)
        return false;
    int64_t x = a->value.quantity.low.digits, y = b->value.quantity.low.digits;
    return x != y;
}

double rc_claim_distance(const rc_claim *a, const rc_claim *b)
{
    if (a->type == RC_VALUE_QUANTITY)
        return rc_quantity_distance(&a->value.quantity, &b->value.quantity);
    if (a->type == RC_VALUE_TIME && a->value.time.kind == RC_TIME_DATE) {
        double days = (double)a->value.time.low - (double)b->value.time.low;
        days = days < 0 ? -days : days;
        return days > 3650 ? 1 : days / 3650;
    }
    if (a->type == RC_VALUE_TIME && a->value.time.kind == RC_TIME_DURATION &&
        b->value.time.kind == RC_TIME_DURATION) {
        double x = seconds_of(&a->value.time), y = seconds_of(&b->value.time);
        double large = x > y ? x : y;
        return large > 0 ? 1 - (x > y ? y : x) / large : 0;
    }
    return 0.5;
}

/* Whether a word of a name tells who bears it: the last word often tells but its kind
 * ("Television"). */
static bool tells_bearer(const rc_store *s, const rc_claim *c, rc_str word, bool head)
{
    const rc_lex_entry *e = rc_lexicon_find(s->lexicon, rc_word_from(word));
    return word.len >= 5 &&
           (!head || c->value.entity.cls == RC_ENTITY_PERSON || !e || (e->forms & RC_FORM_NAME));
}

/* Two people of one surname: given names that are no spellings of one. */
static bool other_given_names(const rc_claim *a, rc_str x, const rc_claim *b, rc_str y)
{
    rc_str p, q, given_x = x, given_y = y;
    (void)rc_str_split(&given_x, ' ', &p);
    (void)rc_str_split(&given_y, ' ', &q);
    uint32_t longer = (uint32_t)(p.len > q.len ? p.len : q.len);
    bool told =
        p.len > 2 && q.len > 2 && longer <= 32 && rc_variant_distance(p, q, longer) > longer / 2;
    return told && a->value.entity.cls == RC_ENTITY_PERSON &&
           b->value.entity.cls == RC_ENTITY_PERSON && given_x.len && given_y.len;
}

static bool contains(rc_str s, rc_str part)
{
    for (size_t i = 0; i + part.len <= s.len; i++) {
        if (rc_str_starts(rc_str_sub(s, i, s.len), part))
            return true;
    }
    return false;
}

bool rc_claims_share_name(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    rc_str rest = rc_doc_slice(s->docs[a->doc].doc, a->value_span), part;
    rc_str other = rc_doc_slice(s->docs[b->doc].doc, b->value_span);
    if (contains(rest, other) || contains(other, rest))
        return true;
    if (other_given_names(a, rest, b, other))
        return false;
    bool several = rc_str_find(rest, ' ') < rest.len;
    while (rc_str_split(&rest, ' ', &part)) {
        bool tells = tells_bearer(s, a, part, several && !rest.len);
        for (size_t i = 0; tells && i + 5 <= other.len; i++) {
            if (rc_str_starts(rc_str_sub(other, i, other.len), rc_str_sub(part, 0, 5)))
                return true;
        }
    }
    return false;
}

/* A denied bound asserts the rest: it counts as asserted. What is told of a day after the
 * document's own is a plan. */
static rc_modality modality(const rc_store *s, const rc_claim *c)
{
    int32_t day = s->doc_count ? s->docs[c->doc].doc->date : RC_DAY_NONE;
    if ((c->modality == RC_ASSERTED || c->modality == RC_ESTIMATED) && c->type != RC_VALUE_TIME &&
        day != RC_DAY_NONE && c->time.value.len && c->time.low != RC_DAY_NONE && c->time.low > day)
        return RC_PLANNED;
    if (c->modality != RC_NEGATED)
        return c->modality;
    bool bound = c->type == RC_VALUE_TIME
                     ? c->bound != RC_TIME_ON && c->bound != RC_TIME_SNAPSHOT
                     : c->type == RC_VALUE_QUANTITY &&
                           c->value.quantity.has_low != c->value.quantity.has_high;
    return bound ? RC_ASSERTED : RC_NEGATED;
}

static bool modalities_differ(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    rc_modality x = modality(s, a), y = modality(s, b);
    if (x == RC_HYPOTHETICAL || y == RC_HYPOTHETICAL)
        return true;
    if (x == y)
        return x == RC_NEGATED;
    /* An estimate of what is, and a statement of it, speak of one thing; see confidence. */
    bool estimate = x != y && (x == RC_ESTIMATED || y == RC_ESTIMATED) &&
                    (x == RC_ASSERTED || y == RC_ASSERTED);
    return !estimate;
}

/* One text denies what the other asserts, of the same value. */
static bool denied(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    rc_modality x = modality(s, a), y = modality(s, b);
    return (x == RC_NEGATED && y == RC_ASSERTED) || (x == RC_ASSERTED && y == RC_NEGATED);
}

/* "March 30", whatever the year, and April 23, 2020. */
static bool other_day_of_year(rc_str a, rc_str b)
{
    return a.len == 10 && b.len == 10 && !rc_str_eq(rc_str_sub(a, 4, 10), rc_str_sub(b, 4, 10));
}

static bool apart_in_time(const rc_claim *a, const rc_claim *b)
{
    if (!a->time.value.len || !b->time.value.len)
        return false;
    /* Days of no known year: "as of 6 April", "as of 7 April". */
    if (a->time.low == RC_DAY_NONE && b->time.low == RC_DAY_NONE)
        return a->time.grain == b->time.grain && !rc_str_eq(a->time.value, b->time.value);
    if (a->time.low == RC_DAY_NONE || b->time.low == RC_DAY_NONE)
        return other_day_of_year(a->time.value, b->time.value);
    return a->time.high < b->time.low || b->time.high < a->time.low;
}

#define NEWS_DAYS 7       /* news of the day: a date so near to the document's own */
#define OTHER_NEWS_DAYS 4 /* documents so far apart have other news */

/* Days from the first document to the second; false: one of them bears no date of its own. */
static bool days_between(const rc_store *s, const rc_claim *a, const rc_claim *b, int64_t *ret)
{
    if (a->doc >= s->doc_count || b->doc >= s->doc_count)
        return false;
    const rc_doc *x = s->docs[a->doc].doc, *y = s->docs[b->doc].doc;
    *ret = (int64_t)y->date - x->date;
    return x->date != RC_DAY_NONE && y->date != RC_DAY_NONE && x->date_source != RC_DATE_INFERRED &&
           y->date_source != RC_DATE_INFERRED;
}

static bool is_date(const rc_claim *c)
{
    return c->type == RC_VALUE_TIME && c->value.time.kind == RC_TIME_DATE &&
           c->value.time.low != RC_DAY_NONE;
}

static bool is_news(const rc_claim *c, int64_t day)
{
    int64_t from = c->value.time.low - day;
    return c->value.time.grain <= RC_GRAIN_DAY && from >= -NEWS_DAYS && from <= NEWS_DAYS;
}

/* Two documents of different days that each tell of what is new; or what was still to come when the
 * one was written and was over when the other wrote of something to come. */
static bool other_news(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    int64_t apart;
    if (!is_date(a) || !is_date(b) || !days_between(s, a, b, &apart))
        return false;
    const rc_claim *early = apart < 0 ? b : a, *late = early == a ? b : a;
    int64_t first = s->docs[early->doc].doc->date, then = s->docs[late->doc].doc->date;
    apart = then - first;
    if (apart >= OTHER_NEWS_DAYS && is_news(early, first) && is_news(late, then))
        return true;
    return apart > 0 && early->value.time.low > first && early->value.time.high <= then &&
           late->value.time.low > then;
}

static bool is_change(rc_quantity_role r)
{
    return r == RC_ROLE_CHANGE || r == RC_ROLE_MULTIPLE;
}

static bool is_movement(const rc_quantity *q)
{
    return is_change(q->role) || q->role == RC_ROLE_FROM || q->role == RC_ROLE_TO;
}

/* Whether a claim names when it holds, and that is not a stretch still running when the text was
 * written ("this year", so far) nor one to come ("for February delivery"). */
static bool is_dated(const rc_store *s, const rc_claim *c)
{
    int32_t day = s->docs[c->doc].doc->date;
    if (!c->time.value.len || c->time.low == RC_DAY_NONE)
        return c->time.value.len > 0;
    return day == RC_DAY_NONE || c->time.high < day;
}

/* Figures that texts of two days give for two periods, though they name none: what something rose
 * by or to, what was expected of it, and what a year or a month has come to so far. */
static bool other_period(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    int64_t apart;
    if (a->type != RC_VALUE_QUANTITY || !days_between(s, a, b, &apart) ||
        (apart < OTHER_NEWS_DAYS && -apart < OTHER_NEWS_DAYS) || is_dated(s, a) || is_dated(s, b))
        return false;
    return (a->time.value.len && b->time.value.len) || is_movement(&a->value.quantity) ||
           is_movement(&b->value.quantity) ||
           (a->modality != RC_ASSERTED && b->modality != RC_ASSERTED);
}

/* Within one text a writer names the time of a figure because it is another than that of the
 * story: "will cut 2,400 jobs", "had cut 900 in 2023". */
static bool other_than_story(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    if (a->doc != b->doc || a->type != RC_VALUE_QUANTITY ||
        !a->time.value.len == !b->time.value.len)
        return false;
    const rc_claim *timed = a->time.value.len ? a : b;
    int32_t day = s->doc_count ? s->docs[a->doc].doc->date : RC_DAY_NONE;
    return day != RC_DAY_NONE && timed->time.low != RC_DAY_NONE &&
           (timed->time.high < day - NEWS_DAYS || timed->time.low < day - 2 * NEWS_DAYS);
}

/* What a figure counts; in a table the head of its row may tell, or that of its column. */
static bool tells_counted(const rc_claim *c, const rc_feature *f)
{
    return f->role == RC_FEATURE_COUNTED ||
           (c->relation == RC_RELATION_CELL && f->role == RC_FEATURE_SUBJECT);
}

static bool counted_alike(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    for (uint32_t i = 0; i < a->feature_count; i++) {
        if (!tells_counted(a, &a->features[i]))
            continue;
        for (uint32_t k = 0; k < b->feature_count; k++) {
            if (tells_counted(b, &b->features[k]) &&
                rc_lexicon_related(s->lexicon, a->features[i].word, b->features[k].word, RC_NOUN) !=
                    RC_RELATED_NO)
                return true;
        }
    }
    return false;
}

static bool names_people(const rc_store *s, rc_word w)
{
    const rc_lex_entry *e = rc_lexicon_find(s->lexicon, w);
    return e && (e->kinds & RC_KIND_PERSON);
}

/* A change against a level, a rank against a count. */
static bool other_kind(const rc_claim *a, const rc_claim *b)
{
    const rc_quantity *x = &a->value.quantity, *y = &b->value.quantity;
    if (is_change(x->role) != is_change(y->role))
        return true;
    /* What a change began with is the level of the time it names. */
    bool dated = a->time.value.len && rc_str_eq(a->time.value, b->time.value);
    return x->role != y->role && (x->role == RC_ROLE_ORDINAL || y->role == RC_ROLE_ORDINAL ||
                                  x->role == RC_ROLE_SCORE || y->role == RC_ROLE_SCORE ||
                                  (!dated && (x->role == RC_ROLE_FROM || y->role == RC_ROLE_FROM)));
}

/* Other nouns counted. */
static bool other_count(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    const rc_quantity *x = &a->value.quantity, *y = &b->value.quantity;
    if (rc_quantity_is_share(x) && rc_quantity_is_share(y))
        return false;
    /* Of a family's figure its attribute says what is counted. */
    if (!x->of.len || !y->of.len)
        return !a->family && x->unit->dimension == RC_DIM_NUMBER && !counted_alike(s, a, b);
    rc_word p = rc_word_from(x->of), q = rc_word_from(y->of);
    if (rc_lexicon_related(s->lexicon, p, q, RC_NOUN) != RC_RELATED_NO)
        return false;
    return !(names_people(s, p) && names_people(s, q) &&
             rc_claims_share(a, b, RC_FEATURE_PREDICATE));
}

/* A named subject that nothing in the other's sentence knows. */
static bool subject_unknown(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    if (!a->subject.entity || b->passage == UINT32_MAX)
        return false;
    const rc_passage *p = s->passages[b->passage];
    return !rc_features_have(p->features, p->feature_count, a->subject.key);
}

static bool doc_knows(const rc_store *s, uint32_t doc, rc_word word)
{
    return doc < s->doc_count && rc_store_doc_has(s, doc, word);
}

/* The same said of two bearers that a text tells apart, neither of them a country: "the US" may be
 * one of its firms. */
static bool told_apart(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    return !a->subject.country && !b->subject.country && a->attribute_key == b->attribute_key &&
           (subject_unknown(s, a, b) || subject_unknown(s, b, a)) &&
           (doc_knows(s, a->doc, b->subject.key) || doc_knows(s, b->doc, a->subject.key));
}

/* Whether a word that `a` says of its subject stands in the sentence of `b`, or one that means the
 * same. */
static bool subject_met(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    const rc_passage *q = s->passages[b->passage];
    for (uint32_t i = 0; i < a->feature_count; i++) {
        const rc_feature *f = &a->features[i];
        if (f->role != RC_FEATURE_SUBJECT)
            continue;
        if (f->entity || rc_features_have(q->features, q->feature_count, f->word))
            return true;
        for (uint32_t k = 0; k < q->feature_count; k++) {
            if (rc_lexicon_related(s->lexicon, f->word, q->features[k].word, RC_NOUN) !=
                RC_RELATED_NO)
                return true;
        }
    }
    return false;
}

/* Two things that have no name, and nothing of which stands in the other's sentence: "the parrot
 * cost", "the roof cost". */
static bool other_thing(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    return a->subject.key && b->subject.key && !a->subject.entity && !b->subject.entity &&
           a->passage != UINT32_MAX && b->passage != UINT32_MAX &&
           rc_claim_has_role(a, RC_FEATURE_SUBJECT) && rc_claim_has_role(b, RC_FEATURE_SUBJECT) &&
           !subject_met(s, a, b) && !subject_met(s, b, a);
}

/* An ordinal tells which one is meant ("the 103rd division"), unless both say of one subject what
 * place it takes, or the documents are so few that they are of one affair. */
static bool other_places(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    if (s->doc_count <= RC_FEW_DOCS && a->doc != b->doc)
        return false;
    if (a->type != RC_VALUE_QUANTITY || a->value.quantity.role != RC_ROLE_ORDINAL ||
        b->value.quantity.role != RC_ROLE_ORDINAL)
        return false;
    return !(a->subject.key && a->subject.key == b->subject.key) &&
           !rc_claims_share(a, b, RC_FEATURE_SUBJECT);
}

/* A count of a day against one of no known day, or figures of two days. */
static bool only_below(const rc_claim *c)
{
    return c->type == RC_VALUE_QUANTITY && !c->value.quantity.has_low;
}

static bool other_snapshot(const rc_claim *a, const rc_claim *b)
{
    bool x = (a->marks & RC_MARK_SNAPSHOT) != 0, y = (b->marks & RC_MARK_SNAPSHOT) != 0;
    /* What is counted up to a day seldom falls: "less than" of no day is held against it. */
    return a->bound == RC_TIME_SNAPSHOT || b->bound == RC_TIME_SNAPSHOT ||
           (x && !b->time.value.len && !only_below(b)) ||
           (y && !a->time.value.len && !only_below(a));
}

/* "Three of the five piers": five is all there are, three some of them. */
static bool part_and_whole(const rc_claim *a, const rc_claim *b)
{
    if (a->type != RC_VALUE_QUANTITY || !((a->marks ^ b->marks) & RC_MARK_WHOLE))
        return false;
    const rc_claim *whole = a->marks & RC_MARK_WHOLE ? a : b, *part = whole == a ? b : a;
    return rc_decimal_cmp(part->value.quantity.low, whole->value.quantity.low) < 0;
}

/* Two opinions of how much it will be or may be. */
static bool other_speaker(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    return a->type == RC_VALUE_QUANTITY && a->source.key && b->source.key &&
           a->source.key != b->source.key && modality(s, a) != RC_ASSERTED &&
           modality(s, b) != RC_ASSERTED;
}

rc_gate rc_gate_apart(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    /* Two cells of one table are about different rows or columns. */
    if (a->relation == RC_RELATION_CELL && b->relation == RC_RELATION_CELL && a->doc == b->doc)
        return RC_GATE_OTHER_OBJECT;
    if (a->type == RC_VALUE_QUANTITY && (other_kind(a, b) || other_count(s, a, b)))
        return RC_GATE_OTHER_ATTRIBUTE;
    if (other_places(s, a, b))
        return RC_GATE_OTHER_OBJECT;
    if (a->subject.entity && b->subject.entity && a->subject.key != b->subject.key &&
        ((subject_unknown(s, a, b) && subject_unknown(s, b, a)) || told_apart(s, a, b)))
        return RC_GATE_OTHER_SUBJECT;
    if (other_thing(s, a, b))
        return RC_GATE_OTHER_SUBJECT;
    if ((a->type != RC_VALUE_TIME && apart_in_time(a, b)) || other_snapshot(a, b) ||
        other_period(s, a, b) || other_than_story(s, a, b))
        return RC_GATE_OTHER_TIME;
    if (other_news(s, a, b))
        return RC_GATE_OTHER_EVENT;
    if (part_and_whole(a, b))
        return RC_GATE_OTHER_SCOPE;
    if (rc_scopes_clash(&a->scope, &b->scope) ||
        (a->doc == b->doc && rc_scopes_onesided(&a->scope, &b->scope)))
        return RC_GATE_OTHER_SCOPE;
    if (other_speaker(s, a, b))
        return RC_GATE_OTHER_SPEAKER;
    if (a->doc == b->doc && ((a->marks | b->marks) & RC_MARK_REVISING))
        return RC_GATE_REVISED;
    return RC_GATE_NONE;
}

bool rc_gate_opens(const rc_store *s, const rc_claim *a, const rc_claim *b, rc_gate gate)
{
    if (gate == RC_GATE_OTHER_ATTRIBUTE)
        return a->type == RC_VALUE_QUANTITY && b->type == RC_VALUE_QUANTITY && !other_kind(a, b) &&
               rc_claim_values(a, b) == RC_VALUES_DIFFER && other_count(s, a, b);
    if (gate == RC_GATE_OTHER_EVENT)
        return !other_news(s, a, b);
    return gate == RC_GATE_OTHER_SUBJECT && !other_thing(s, a, b);
}

rc_gate rc_gate_valued(const rc_store *s, const rc_claim *a, const rc_claim *b, rc_values values)
{
    if (a->family && a->family == b->family && a->attribute_key != b->attribute_key)
        return RC_GATE_OTHER_ATTRIBUTE;
    bool against =
        values == RC_VALUES_SAME && (a->type != RC_VALUE_ENTITY || a->family) && denied(s, a, b);
    switch (values) {
    case RC_VALUES_SAME:
        if (against)
            break;
        return RC_GATE_SAME_VALUE;
    case RC_VALUES_COMPATIBLE:
        return RC_GATE_COMPATIBLE;
    case RC_VALUES_UNRELATED:
        return RC_GATE_OTHER_ATTRIBUTE;
    case RC_VALUES_DIFFER:
        break;
    }
    if (!against && modalities_differ(s, a, b))
        return RC_GATE_NOT_ASSERTED;
    return rc_gate_apart(s, a, b);
}

rc_gate rc_gate_pair(const rc_store *s, const rc_claim *a, const rc_claim *b)
{
    return rc_gate_valued(s, a, b, rc_claim_values(a, b));
}
