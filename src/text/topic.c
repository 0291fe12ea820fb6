/* The topic: a title that is a name, as those of encyclopedias and lists are ("Low Tide (film)"),
 * and wherever the text repeats it. A title says what its words are: "Rising" is no verb there, and
 * "Shadow of the Lighthouse" one name. */
#include "text/token.h"

#define TOPIC_MAX 9 /* tokens */
#define AFTER_COMMA_MAX 3

static bool is_small(const rc_token *k)
{
    return k->kind == RC_TOKEN_WORD && !(k->flags & RC_TOKEN_CAPITAL) && k->end - k->start > 1;
}

#define SMALL_WORDS                                                                                \
    (RC_CLASS(STOPWORD) | RC_CLASS(DETERMINER) | RC_CLASS(PREPOSITION) | RC_CLASS(CONJUNCTION) |   \
     RC_CLASS(GENITIVE) | RC_CLASS(POSSESSIVE) | RC_CLASS(PRONOUN) | RC_CLASS(INFINITIVE) |        \
     RC_CLASS(BE))

/* Where the name ends: before what stands in brackets at the end, and before "a, Massachusetts". */
static uint32_t name_end(const rc_text *t, const rc_sentence *s)
{
    for (uint32_t i = s->first + 1; i < s->last; i++) {
        unsigned char sign = t->tokens[i].first;
        if (t->tokens[i].kind != RC_TOKEN_PUNCT)
            continue;
        if (sign == '(')
            return i;
        if (sign == ',' && s->last - i <= AFTER_COMMA_MAX)
            return i;
    }
    return s->last;
}

/* Whether the words are those of a name: all but the small ones have a capital. */
static bool is_name(const rc_text *t, uint32_t first, uint32_t last)
{
    const rc_token *k = t->tokens;
    if (last <= first || last - first > TOPIC_MAX || !(k[first].flags & RC_TOKEN_CAPITAL))
        return false;
    bool small_letters = last - first == 1;
    for (uint32_t i = first; i < last; i++) {
        small_letters |= k[i].kind == RC_TOKEN_WORD && !(k[i].flags & RC_TOKEN_ALL_CAPS);
        bool sign = k[i].kind == RC_TOKEN_PUNCT &&
                    (k[i].first == '!' || k[i].first == '?' || k[i].first == ';');
        if (sign || (is_small(&k[i]) && !(k[i].classes & SMALL_WORDS)))
            return false;
    }
    return small_letters &&
           (k[last - 1].kind == RC_TOKEN_WORD || k[last - 1].kind == RC_TOKEN_NUMBER);
}

/* An article is no part of the name, unless nothing but small words is left: "The Who". */
static uint32_t name_start(const rc_text *t, uint32_t first, uint32_t last)
{
    const rc_token *k = t->tokens;
    bool article = (k[first].classes & RC_CLASS(DEFINITE)) && first + 1 < last &&
                   (k[first + 1].flags & RC_TOKEN_CAPITAL) && !(k[first + 1].classes & SMALL_WORDS);
    return article ? first + 1 : first;
}

static bool stands_at(const rc_text *t, uint32_t at, uint32_t end)
{
    const rc_token *k = t->tokens;
    uint32_t count = t->topic_last - t->topic_first;
    if (at + count > end)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        const rc_token *x = &k[t->topic_first + i], *y = &k[at + i];
        if (x->word != y->word || x->kind != y->kind ||
            ((x->flags ^ y->flags) & (i ? RC_TOKEN_CAPITAL : 0)))
            return false;
    }
    /* "Gotham Books" is another name. */
    const rc_token *next = &k[at + count];
    bool more = at + count < end && next->kind == RC_TOKEN_WORD && (next->flags & RC_TOKEN_CAPITAL);
    return !more && (k[at].flags & RC_TOKEN_CAPITAL);
}

void rc_text_topic(rc_text *t)
{
    for (uint32_t s = 0; s < t->sentence_count; s++) {
        const rc_sentence *sentence = &t->sentences[s];
        if (t->doc->blocks[sentence->block].kind != RC_BLOCK_TITLE)
            continue;
        uint32_t end = name_end(t, sentence);
        bool cut = s + 1 < t->sentence_count && t->sentences[s + 1].block == sentence->block;
        if (cut || !is_name(t, sentence->first, end))
            return;
        t->topic_first = name_start(t, sentence->first, end);
        t->topic_last = end;
        break;
    }
    uint32_t count = t->topic_last - t->topic_first;
    for (uint32_t s = 0; count && s < t->sentence_count; s++) {
        uint32_t last = t->sentences[s].last;
        for (uint32_t i = t->sentences[s].first; i + count <= last; i++) {
            if (t->tokens[i].word != t->tokens[t->topic_first].word || !stands_at(t, i, last))
                continue;
            t->tokens[i].flags |= RC_TOKEN_TOPIC_START;
            for (uint32_t k = i; k < i + count; k++)
                t->tokens[k].flags |= RC_TOKEN_TOPIC;
            t->topic_count++;
            i += count - 1;
        }
    }
}
