#include "pipeline/ignore.h"

static void add_line(rc_arena *a, rc_ignore *g, rc_str base, rc_str line)
{
    while (line.len && (line.ptr[line.len - 1] == ' ' || line.ptr[line.len - 1] == '\r'))
        line.len--;
    if (line.len == 0 || line.ptr[0] == '#')
        return;
    rc_ignore_rule r = {.base = base};
    if (line.ptr[0] == '!') {
        r.negated = true;
        line = rc_str_sub(line, 1, line.len);
    }
    if (line.len && line.ptr[line.len - 1] == '/') {
        r.folders_only = true;
        line.len--;
    }
    r.anchored = rc_str_find(line, '/') < line.len;
    if (line.len && line.ptr[0] == '/')
        line = rc_str_sub(line, 1, line.len);
    r.pattern = line;
    if (line.len)
        RC_PUSH(a, g->rules, g->count, g->capacity, r);
}

void rc_ignore_add(rc_arena *a, rc_ignore *g, rc_str base, rc_str text)
{
    rc_str line;
    while (rc_str_split(&text, '\n', &line))
        add_line(a, g, base, line);
}

/* Whether `c` is in the set that begins behind '[' at `at`; moves `at` behind its ']'. A set that
 * is not closed is no set: false, and `at` stays. */
static bool in_set(rc_str p, size_t *at, char c)
{
    size_t i = *at;
    bool negated = i < p.len && (p.ptr[i] == '!' || p.ptr[i] == '^'), found = false;
    i += negated;
    for (size_t first = i; i < p.len && (p.ptr[i] != ']' || i == first); i++) {
        if (i + 2 < p.len && p.ptr[i + 1] == '-' && p.ptr[i + 2] != ']') {
            found = found || (p.ptr[i] <= c && c <= p.ptr[i + 2]);
            i += 2;
        } else {
            found = found || p.ptr[i] == c;
        }
    }
    if (i >= p.len)
        return false;
    *at = i + 1;
    return found != negated;
}

/* Consumes one character of the pattern that stands for the character `c`. */
static bool matches_one(rc_str p, size_t *at, char c)
{
    if (*at >= p.len)
        return false;
    char want = p.ptr[*at];
    size_t next = *at + 1;
    bool ok;
    if (want == '?') {
        ok = c != '/';
    } else if (want == '[') {
        ok = in_set(p, &next, c) && c != '/';
    } else {
        if (want == '\\' && next < p.len)
            want = p.ptr[next++];
        ok = want == c;
    }
    if (ok)
        *at = next;
    return ok;
}

/* A pattern and a path while they are compared, and where to go on when what follows the last '*',
 * or the last '**', does not fit. */
typedef struct {
    rc_str p, s;
    size_t i, k, star_i, star_k, deep_i, deep_k;
    bool star, deep;
    bool whole; /* the last "**" has a slash behind it: it stands for whole names */
} glob;

static void read_stars(glob *g)
{
    bool deep = g->i + 1 < g->p.len && g->p.ptr[g->i + 1] == '*';
    while (g->i < g->p.len && g->p.ptr[g->i] == '*')
        g->i++;
    g->star = !deep;
    if (!deep) {
        g->star_i = g->i;
        g->star_k = g->k;
        return;
    }
    g->whole = g->i < g->p.len && g->p.ptr[g->i] == '/' && (g->k == 0 || g->s.ptr[g->k - 1] == '/');
    if (g->whole)
        g->i++; /* a "**" and its slash stand for no folder, too */
    g->deep = true;
    g->deep_i = g->i;
    g->deep_k = g->k;
}

/* Lets the last star stand for more; false where there is nothing more. */
static bool extend_star(glob *g)
{
    if (g->star && g->star_k < g->s.len && g->s.ptr[g->star_k] != '/') {
        g->i = g->star_i;
        g->k = ++g->star_k;
        return true;
    }
    if (!g->deep || g->deep_k >= g->s.len)
        return false;
    g->star = false;
    g->i = g->deep_i;
    g->deep_k++;
    while (g->whole && g->deep_k < g->s.len && g->s.ptr[g->deep_k - 1] != '/')
        g->deep_k++;
    g->k = g->deep_k;
    return true;
}

bool rc_ignore_glob(rc_str p, rc_str s)
{
    glob g = {.p = p, .s = s};
    for (;;) {
        if (g.i < p.len && p.ptr[g.i] == '*')
            read_stars(&g);
        else if (g.k == s.len && g.i == p.len)
            return true;
        else if (g.k < s.len && matches_one(p, &g.i, s.ptr[g.k]))
            g.k++;
        else if (!extend_star(&g))
            return false;
    }
}

static rc_str last_name(rc_str path)
{
    size_t i = path.len;
    while (i > 0 && path.ptr[i - 1] != '/')
        i--;
    return rc_str_sub(path, i, path.len);
}

bool rc_ignore_matches(const rc_ignore *g, rc_str path, rc_ignore_kind kind)
{
    for (size_t i = g->count; i-- > 0;) {
        const rc_ignore_rule *r = &g->rules[i];
        if ((r->folders_only && kind != RC_IGNORE_FOLDER) || !rc_str_starts(path, r->base))
            continue;
        rc_str below = rc_str_sub(path, r->base.len, path.len);
        if (rc_ignore_glob(r->pattern, r->anchored ? below : last_name(below)))
            return !r->negated;
    }
    return false;
}
