/* score RCHECK CORPUS GOLD: runs rcheck over a corpus and holds its findings against a gold file.
 * Fails unless every disputed fact is found at a severity that its gold lines give, and nothing
 * else is reported as warning or error.
 * A finding meets a gold line when one of its claims overlaps the sentence around a's quote (or one
 * of also_a's) and another that around b's; a finding of one claim needs only one of the two. */
#include <errno.h>
#include <libfyaml.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

enum { SIDES_MAX = 16, ROWS_MAX = 2000, PATH_SIZE = 4096 };

typedef struct {
    char *file;
    size_t start, end;
} region;

typedef struct {
    char *id, *severity;
    size_t fact; /* length of the id without its last number */
    bool conflict, optional;
    region a[SIDES_MAX], b[SIDES_MAX];
    size_t a_count, b_count;
    bool met, severity_met;
} gold_line;

typedef struct {
    const char *corpus;
    gold_line lines[ROWS_MAX];
    size_t count;
    size_t findings, real;
} scores;

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

static char *text_of(struct fy_node *map, const char *key)
{
    struct fy_node *n = fy_node_mapping_lookup_by_string(map, key, FY_NT);
    size_t length = 0;
    const char *s = n ? fy_node_get_scalar(n, &length) : NULL;
    return s ? strndup(s, length) : NULL;
}

static size_t number_of(struct fy_node *map, const char *key)
{
    char *s = text_of(map, key);
    size_t n = s ? (size_t)strtoull(s, NULL, 10) : 0;
    free(s);
    return n;
}

static bool is_true(struct fy_node *map, const char *key)
{
    char *s = text_of(map, key);
    bool yes = s && strcmp(s, "true") == 0;
    free(s);
    return yes;
}

static char *file_bytes(const char *corpus, const char *file, size_t *ret_size)
{
    char path[PATH_SIZE];
    size_t capacity = (size_t)1 << 22;
    char *bytes = calloc(1, capacity);

    snprintf(path, sizeof(path), "%s/%s", corpus, file);
    FILE *f = fopen(path, "rb");
    if (!f || !bytes)
        die("%s: %s", path, strerror(errno));
    *ret_size = fread(bytes, 1, capacity - 1, f);
    fclose(f);
    return bytes;
}

static bool ends_sentence(const char *s, size_t size, size_t at)
{
    if (s[at] == '>' || s[at] == '<')
        return true;
    if (at + 1 >= size)
        return false;
    return s[at] == '\n' ? strchr("\n|#-*", s[at + 1]) != NULL
                         : strchr(".!?", s[at]) != NULL && strchr(" \n\"", s[at + 1]) != NULL;
}

/* The sentence around a quote, which must stand in its file once. */
static region region_of(const char *corpus, struct fy_node *side)
{
    region r = {text_of(side, "file"), 0, 0};
    char *quote = text_of(side, "quote");
    if (!r.file || !quote)
        die("a side of a gold line lacks file or quote");
    size_t size, length = strlen(quote);
    char *bytes = file_bytes(corpus, r.file, &size);
    const char *found = strstr(bytes, quote);
    if (!found || strstr(found + 1, quote))
        die("%s: does not stand there once: %s", r.file, quote);
    r.start = (size_t)(found - bytes);
    r.end = r.start + length;
    while (r.start && !ends_sentence(bytes, size, r.start - 1))
        r.start--;
    while (r.end < size && !ends_sentence(bytes, size, r.end))
        r.end++;
    free(bytes);
    free(quote);
    return r;
}

static size_t regions_of(const char *corpus, struct fy_node *line, const char *key,
                         const char *also, region *ret)
{
    size_t count = 0;
    ret[count++] = region_of(corpus, fy_node_mapping_lookup_by_string(line, key, FY_NT));
    struct fy_node *list = fy_node_mapping_lookup_by_string(line, also, FY_NT), *item;
    void *at = NULL;
    while (list && count < SIDES_MAX && (item = fy_node_sequence_iterate(list, &at)))
        ret[count++] = region_of(corpus, item);
    return count;
}

static size_t fact_length(const char *id)
{
    const char *dot = strrchr(id, '.');
    return dot && dot[1] && strspn(dot + 1, "0123456789") == strlen(dot + 1) ? (size_t)(dot - id)
                                                                             : strlen(id);
}

static void read_gold(scores *s, struct fy_node *line)
{
    if (s->count == ROWS_MAX)
        die("too many gold lines");
    gold_line *g = &s->lines[s->count++];
    g->id = text_of(line, "id");
    if (!g->id)
        die("a gold line has no id");
    g->severity = text_of(line, "severity");
    g->fact = fact_length(g->id);
    g->conflict = is_true(line, "conflict");
    g->optional = is_true(line, "optional");
    g->a_count = regions_of(s->corpus, line, "a", "also_a", g->a);
    g->b_count = regions_of(s->corpus, line, "b", "also_b", g->b);
}

static bool overlaps(struct fy_node *claim, const region *regions, size_t count, const char *corpus)
{
    char *file = text_of(claim, "file");
    size_t start = number_of(claim, "start"), end = number_of(claim, "end");
    bool yes = false;
    if (!file)
        die("a claim has no file");
    const char *name = strncmp(file, corpus, strlen(corpus)) == 0 ? file + strlen(corpus) : file;
    name += strspn(name, "/");
    for (size_t i = 0; i < count && !yes; i++)
        yes =
            strcmp(name, regions[i].file) == 0 && start < regions[i].end && end > regions[i].start;
    free(file);
    return yes;
}

static bool one_sentence(const gold_line *g)
{
    for (size_t i = 0; i < g->a_count; i++)
        for (size_t j = 0; j < g->b_count; j++)
            if (strcmp(g->a[i].file, g->b[j].file) == 0 && g->a[i].start < g->b[j].end &&
                g->b[j].start < g->a[i].end)
                return true;
    return false;
}

static bool meets(const scores *s, struct fy_node *claims, const gold_line *g)
{
    size_t in_a = 0, in_b = 0, in_both = 0, count = 0;
    void *at = NULL;
    struct fy_node *claim;
    while ((claim = fy_node_sequence_iterate(claims, &at))) {
        bool a = overlaps(claim, g->a, g->a_count, s->corpus);
        bool b = overlaps(claim, g->b, g->b_count, s->corpus);
        count++;
        in_a += a;
        in_b += b;
        in_both += a && b;
    }
    if (count == 1)
        return in_a || in_b;
    return in_a && in_b && (one_sentence(g) || in_a + in_b - in_both > 1);
}

static void read_finding(scores *s, struct fy_node *finding)
{
    char *kind = text_of(finding, "kind"), *severity = text_of(finding, "severity");
    struct fy_node *claims = fy_node_mapping_lookup_by_string(finding, "claims", FY_NT);
    bool real = false;
    if (kind && strcmp(kind, "finding") == 0 && severity && strcmp(severity, "info") != 0) {
        for (size_t i = 0; i < s->count; i++) {
            gold_line *g = &s->lines[i];
            if (!g->conflict || !meets(s, claims, g))
                continue;
            real = g->met = true;
            g->severity_met |= g->severity && strcmp(severity, g->severity) == 0;
        }
        s->findings++;
        s->real += real;
        char *message = text_of(finding, "message");
        if (!real)
            printf("not in the gold: %s: %s\n", severity, message ? message : "");
        free(message);
    }
    free(kind);
    free(severity);
}

static void each_line(scores *s, FILE *f, void (*call)(scores *, struct fy_node *))
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length;
    while ((length = getline(&line, &capacity, f)) > 1) {
        struct fy_document *d = fy_document_build_from_string(NULL, line, (size_t)length);
        if (!d)
            die("no JSON: %s", line);
        call(s, fy_document_root(d));
        fy_document_destroy(d);
    }
    free(line);
}

/* Prints what was missed; true when every required fact was found at a right severity. */
static bool report(const scores *s)
{
    size_t facts = 0, found = 0, severe = 0;
    for (size_t i = 0; i < s->count; i++) {
        const gold_line *g = &s->lines[i];
        bool first = g->conflict && !g->optional, met = false, severity = false;
        for (size_t j = 0; j < s->count; j++) {
            const gold_line *o = &s->lines[j];
            if (!o->conflict || o->fact != g->fact || strncmp(o->id, g->id, g->fact) != 0)
                continue;
            first = first && (j >= i || o->optional);
            met |= o->met;
            severity |= o->severity_met;
        }
        if (!first)
            continue;
        facts++;
        found += met;
        severe += severity;
        if (!met || !severity)
            printf("%s: %s\n", met ? "other severity" : "missed", g->id);
    }
    printf("facts found %zu/%zu, at a right severity %zu/%zu; findings in the gold %zu/%zu\n",
           found, facts, severe, facts, s->real, s->findings);
    return found == facts && severe == facts && s->real == s->findings;
}

int main(int argc, char **argv)
{
    scores *s = calloc(1, sizeof(*s));
    char command[3 * PATH_SIZE];
    if (argc != 4 || !s)
        die("usage: score RCHECK CORPUS GOLD");
    s->corpus = argv[2];
    FILE *gold = fopen(argv[3], "r");
    if (!gold)
        die("%s: %s", argv[3], strerror(errno));
    each_line(s, gold, read_gold);
    fclose(gold);
    snprintf(command, sizeof(command), "'%s' check --format ndjson '%s'", argv[1], argv[2]);
    FILE *run = popen(command, "r");
    if (!run)
        die("%s: %s", command, strerror(errno));
    each_line(s, run, read_finding);
    int status = pclose(run);
    if (status == -1 || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
        die("rcheck failed (status %d)", status);
    bool good = report(s);
    free(s);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
