/* prose GRAMMAR WORDNET FOLDER SIZE: fills a folder with documents of made-up prose, the same ones
 * every time: SIZE megabytes of them, or, with a "d" behind the number, so many documents. Words
 * come from WordNet's lists, so that the vocabulary is as wide as that of a newspaper; what the
 * sentences look like is said in the grammar, whose head explains its form. */
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    KEPT_MAX = 8,
    RULES_MAX = 500,
    WORDS_MAX = 100000,
    DEPTH_MAX = 40,
    DOC_SIZE = 1 << 20,
    LINE_SIZE = 4096
};

typedef struct {
    char *symbol, *text;
} rule;

typedef struct {
    char *text;
    size_t senses, tie;
} word;

typedef struct {
    const char *symbol;
    word *words;
    size_t count;
} vocabulary;

typedef struct {
    rule rules[RULES_MAX];
    size_t rule_count;
    vocabulary words[4];
    struct {
        const char *symbol;
        size_t length, start, end; /* of the symbol; where in `out` it was first replaced */
    } kept[KEPT_MAX];
    size_t kept_count; /* of one document */
    uint64_t state;
    char *out;
    size_t length;
} writer;

static void die(const char *format, ...) __attribute__((format(printf, 1, 2), noreturn));
static void die(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(EXIT_FAILURE);
}

static size_t below(writer *w, size_t n)
{
    w->state ^= w->state << 13;
    w->state ^= w->state >> 7;
    w->state ^= w->state << 17;
    return (size_t)(w->state >> 11) % n;
}

static void add(writer *w, char c)
{
    if (w->length + 1 < DOC_SIZE)
        w->out[w->length++] = c;
}

static void add_text(writer *w, const char *s)
{
    while (*s)
        add(w, *s++);
}

static void read_grammar(writer *w, const char *path)
{
    char line[LINE_SIZE];
    FILE *f = fopen(path, "r");
    if (!f)
        die("%s: %s", path, strerror(errno));
    while (fgets(line, sizeof(line), f)) {
        char *colon = strchr(line, ':');
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || !colon || w->rule_count == RULES_MAX)
            continue;
        rule *r = &w->rules[w->rule_count++];
        r->symbol = strndup(line, (size_t)(colon - line));
        r->text = strdup(colon + 2);
    }
    fclose(f);
}

static int by_senses(const void *left, const void *right)
{
    const word *a = left, *b = right;
    return a->senses != b->senses ? (a->senses < b->senses ? 1 : -1)
           : a->tie != b->tie     ? (a->tie < b->tie ? 1 : -1)
                                  : 0;
}

/* Single words in lower case, those with many senses first: they are the frequent ones. */
static vocabulary read_words(writer *w, const char *folder, const char *symbol, const char *file)
{
    char line[LINE_SIZE];
    vocabulary v = {symbol, calloc(WORDS_MAX, sizeof(word)), 0};
    snprintf(line, sizeof(line), "%s/%s", folder, file);
    FILE *f = fopen(line, "r");
    if (!f || !v.words)
        die("%s: %s", line, strerror(errno));
    while (v.count < WORDS_MAX && fgets(line, sizeof(line), f)) {
        size_t length = strspn(line, "abcdefghijklmnopqrstuvwxyz");
        if (length < 3 || line[length] != ' ')
            continue;
        word *new = &v.words[v.count++];
        new->text = strndup(line, length);
        new->senses = strtoull(line + length + 3, NULL, 10); /* behind the part of speech */
        new->tie = below(w, 1 << 20);
    }
    fclose(f);
    qsort(v.words, v.count, sizeof(word), by_senses);
    return v;
}

/* Low ranks far more often than high ones. */
static const char *pick_word(writer *w, const vocabulary *v)
{
    uint64_t u = below(w, 1000), rank = u * u * u / 1000 * v->count / 1000000;
    return v->words[rank + below(w, (v->count - rank) / 20 + 1)].text;
}

static void add_name(writer *w)
{
    static const char *const first[] = {"Ba", "Ker", "Lin", "Mo", "Tal", "Ves", "Or", "Han", "Du"};
    static const char *const rest[] = {"ro", "den", "mi",  "sko",  "ver",
                                       "la", "ton", "rel", "quist"};
    add_text(w, first[below(w, 9)]);
    for (size_t n = 1 + below(w, 3); n; n--)
        add_text(w, rest[below(w, 9)]);
}

static void expand(writer *w, const char *symbol, size_t length, int depth);

static void write_text(writer *w, const char *text, int depth)
{
    for (; *text; text++) {
        const char *close = *text == '{' ? strchr(text, '}') : NULL;
        if (close) {
            expand(w, text + 1, (size_t)(close - text - 1), depth + 1);
            text = close;
        } else if (text[0] == '\\' && text[1] == 'n') {
            add(w, '\n');
            text++;
        } else {
            add(w, *text);
        }
    }
}

static bool expand_word(writer *w, const char *symbol, size_t length)
{
    if (length == 4 && memcmp(symbol, "Name", 4) == 0) {
        add_name(w);
        return true;
    }
    for (size_t i = 0; i < 4; i++) {
        if (strlen(w->words[i].symbol) == length &&
            memcmp(w->words[i].symbol, symbol, length) == 0) {
            add_text(w, pick_word(w, &w->words[i]));
            return true;
        }
    }
    return false;
}

static bool expand_number(writer *w, const char *symbol)
{
    char *end;
    char digits[32];
    if (!isdigit((unsigned char)symbol[0]))
        return false;
    size_t low = strtoull(symbol, &end, 10), high = strtoull(end + 1, NULL, 10);
    snprintf(digits, sizeof(digits), "%zu", low + below(w, high - low + 1));
    add_text(w, digits);
    return true;
}

/* {=symbol}: what the symbol first became in this document. */
static void expand_kept(writer *w, const char *symbol, size_t length, int depth)
{
    for (size_t i = 0; i < w->kept_count; i++) {
        if (w->kept[i].length != length || memcmp(w->kept[i].symbol, symbol, length) != 0)
            continue;
        for (size_t k = w->kept[i].start; k < w->kept[i].end; k++)
            add(w, w->out[k]);
        return;
    }
    if (w->kept_count == KEPT_MAX)
        die("too many symbols are kept");
    size_t start = w->length;
    expand(w, symbol, length, depth);
    w->kept[w->kept_count].symbol = symbol;
    w->kept[w->kept_count].length = length;
    w->kept[w->kept_count].start = start;
    w->kept[w->kept_count++].end = w->length;
}

static void expand(writer *w, const char *symbol, size_t length, int depth)
{
    if (symbol[0] == '=') {
        expand_kept(w, symbol + 1, length - 1, depth);
        return;
    }
    size_t start = w->length, fitting[RULES_MAX], count = 0;
    bool capital = symbol[0] == '^';
    symbol += capital;
    length -= capital;
    for (size_t i = 0; i < w->rule_count; i++)
        if (strlen(w->rules[i].symbol) == length && !memcmp(w->rules[i].symbol, symbol, length))
            fitting[count++] = i;
    if (count && depth < DEPTH_MAX)
        write_text(w, w->rules[fitting[below(w, count)]].text, depth);
    else if (!count && !expand_word(w, symbol, length) && !expand_number(w, symbol))
        die("the grammar has no %.*s", (int)length, symbol);
    if (capital && w->length > start)
        w->out[start] = (char)toupper((unsigned char)w->out[start]);
}

static void write_document(writer *w, const char *folder, size_t number)
{
    char path[LINE_SIZE];
    w->length = w->kept_count = 0;
    expand(w, "document", 8, 0);
    snprintf(path, sizeof(path), "%s/%02zu", folder, number / 100 % 100);
    mkdir(path, 0777);
    snprintf(path, sizeof(path), "%s/%02zu/%06zu.%s", folder, number / 100 % 100, number,
             w->out[0] == '-' ? "md" : "txt");
    FILE *f = fopen(path, "w");
    if (!f || fwrite(w->out, 1, w->length, f) != w->length || fclose(f) != 0)
        die("%s: %s", path, strerror(errno));
}

int main(int argc, char **argv)
{
    writer *w = calloc(1, sizeof(*w));
    if (argc != 5 || !w || !(w->out = malloc(DOC_SIZE)))
        die("usage: prose GRAMMAR WORDNET FOLDER SIZE");
    w->state = UINT64_C(88172645463325252);
    read_grammar(w, argv[1]);
    w->words[0] = read_words(w, argv[2], "noun", "index.noun");
    w->words[1] = read_words(w, argv[2], "verb", "index.verb");
    w->words[2] = read_words(w, argv[2], "adjective", "index.adj");
    w->words[3] = read_words(w, argv[2], "adverb", "index.adv");
    char *unit;
    size_t wanted = (size_t)strtoull(argv[4], &unit, 10), written = 0;
    bool by_count = *unit == 'd';
    mkdir(argv[3], 0777);
    for (size_t i = 0; (by_count ? i : written >> 20) < wanted; i++) {
        write_document(w, argv[3], i);
        written += w->length;
    }
    return EXIT_SUCCESS;
}
