/* pairs FOLDER: for every gate a file FOLDER/<gate>.txt of pairs of texts. A pair is a line
 * "silent" or "fires" and two lines of text, each with the value in question in square brackets;
 * pairs are parted by blank lines, "#" begins a comment. Of a silent pair rcheck must report
 * nothing and name this very gate as the reason; of one that fires it must report the two.
 *
 * "silent one", "fires one": both are paragraphs of one document. "@2025-03-01 " before a text
 * dates its document; "\n" stands for a line break. Values with a bracket inside are not provided
 * for. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "checks/gate.h"
#include "pipeline/run.h"
#include "rules/rules.h"

enum { TEXT_SIZE = 4096, LINE_SIZE = 2048, PAIRS_LEAST = 10, FIRES_LEAST = 3 };

typedef struct {
    char bytes[TEXT_SIZE + 4]; /* four zero bytes behind it */
    size_t length;
    rc_span value; /* the first text's, in one document */
    rc_span other;
} document;

typedef struct {
    const rc_rules *rules;
    const char *gate;
    const char *file;
    unsigned line;
    unsigned silent, fires, failed;
} tester;

/* Appends a text without its brackets; where they stood is `ret_value`. */
static void append(document *d, const char *text, rc_span *ret_value)
{
    for (const char *p = text; *p && d->length < TEXT_SIZE - 1; p++) {
        if (*p == '[')
            ret_value->start = (uint32_t)d->length;
        else if (*p == ']')
            ret_value->end = (uint32_t)d->length;
        else if (*p == '\\' && p[1] == 'n')
            d->bytes[d->length++] = *p++ == '\\' ? '\n' : ' ';
        else
            d->bytes[d->length++] = *p;
    }
    d->bytes[d->length++] = '\n';
}

static void write_document(document *d, const char *text)
{
    memset(d, 0, sizeof(*d));
    if (*text == '@') {
        d->length = (size_t)snprintf(d->bytes, TEXT_SIZE, "---\ndate: %.10s\n---\n\n", text + 1);
        text += 12;
    }
    append(d, text, &d->value);
}

static void complain(tester *t, const char *what, const rc_why *why, const char *a, const char *b)
{
    fprintf(stderr, "%s:%u: %s: %.*s\n  %s\n  %s\n", t->file, t->line, what,
            RC_STR_ARG(why->finding ? why->finding->message : why->gate), a, b);
    t->failed++;
}

static void judge(tester *t, rc_run *run, const document *docs, bool fires, const char *const *text)
{
    bool one = docs[1].length == 0;
    rc_why why =
        rc_run_why(run, RC_STR("a.md"), docs[0].value, one ? RC_STR("a.md") : RC_STR("b.md"),
                   one ? docs[0].other : docs[1].value);
    size_t found = rc_run_finding_count(run);
    if (fires) {
        t->fires++;
        if (!why.finding)
            complain(t, "nothing was reported", &why, text[0], text[1]);
        return;
    }
    t->silent++;
    if (why.finding)
        complain(t, "it was reported", &why, text[0], text[1]);
    else if (!rc_str_eq(why.gate, rc_str_from(t->gate)))
        complain(t, why.gate.len ? "another gate" : "no claim was read", &why, text[0], text[1]);
    else if (found)
        complain(t, rc_run_finding(run, 0)->message.ptr, &why, text[0], text[1]);
}

static void try_pair(tester *t, const char *kind, const char *a, const char *b)
{
    rc_arena *arena = rc_arena_new((size_t)1 << 20);
    document *docs = RC_NEW_ARRAY(arena, document, 2);
    bool one = strstr(kind, " one") != NULL;
    const char *const texts[] = {a, b};
    write_document(&docs[0], a);
    if (one) {
        docs[0].bytes[docs[0].length++] = '\n';
        append(&docs[0], b, &docs[0].other);
    } else {
        write_document(&docs[1], b);
    }
    const rc_run_text in[] = {{"a.md", {docs[0].bytes, docs[0].length}},
                              {"b.md", {docs[1].bytes, docs[1].length}}};
    rc_run_options o = {.texts = in,
                        .text_count = one ? 1 : 2,
                        .date = RC_DAY_NONE,
                        .threads = 1,
                        .check = true,
                        .trace = true};
    rc_run *run;
    rc_err err = {0};
    if (rc_run_new(t->rules, &o, &run, &err) != RC_OK || rc_run_execute(run, &err) != RC_OK) {
        fprintf(stderr, "%s:%u: %s\n", t->file, t->line, err.text);
        exit(EXIT_FAILURE);
    }
    judge(t, run, docs, strncmp(kind, "fires", 5) == 0, texts);
    rc_run_free(run);
    rc_arena_free(arena);
}

static void run_file(tester *t, FILE *f)
{
    char lines[3][LINE_SIZE];
    unsigned have = 0, at = 0;
    while (fgets(lines[have], LINE_SIZE, f)) {
        at++;
        lines[have][strcspn(lines[have], "\n")] = 0;
        if (!*lines[have] || *lines[have] == '#')
            continue;
        if (have == 0)
            t->line = at;
        if (++have < 3)
            continue;
        try_pair(t, lines[0], lines[1], lines[2]);
        have = 0;
    }
}

static unsigned test_gate(const rc_rules *rules, const char *folder, const char *gate)
{
    char path[LINE_SIZE];
    tester t = {.rules = rules, .gate = gate, .file = path};
    snprintf(path, sizeof(path), "%s/%s.txt", folder, gate);
    FILE *f = fopen(path, "r");
    if (!f) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        return 1;
    }
    run_file(&t, f);
    fclose(f);
    if (t.silent < PAIRS_LEAST || t.fires < FIRES_LEAST) {
        fprintf(stderr, "%s: %u pairs and %u that fire are too few\n", path, t.silent, t.fires);
        t.failed++;
    }
    printf("%s: %u silent, %u fire, %u failed\n", gate, t.silent, t.fires, t.failed);
    return t.failed;
}

int main(int argc, char **argv)
{
    static const char *const dirs[] = {"rules"};
    rc_rules_options o = {.dirs = dirs, .dir_count = 1, .lexicon_path = "lexicon.bin"};
    rc_diagnostics d = {0};
    rc_err err = {0};
    const rc_rules *rules;
    rc_arena *a = rc_arena_new(RC_RULES_BYTES_MAX);
    if (argc < 2 || rc_rules_load(a, &o, &d, &rules, &err) != RC_OK) {
        fprintf(stderr, "usage: pairs FOLDER [GATE]..., beside rules/ and lexicon.bin: %s\n",
                err.text);
        return EXIT_FAILURE;
    }
    unsigned failed = 0;
    const char *before = "";
    for (int g = 0; g < RC_GATE_COUNT; g++) {
        const char *gate = rc_gate_name((rc_gate)g);
        bool wanted = argc == 2;
        for (int i = 2; i < argc; i++)
            wanted |= strcmp(argv[i], gate) == 0;
        if (g != RC_GATE_NONE && wanted && strcmp(gate, before) != 0)
            failed += test_gate(rules, argv[1], gate);
        before = gate;
    }
    rc_arena_free(a);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
