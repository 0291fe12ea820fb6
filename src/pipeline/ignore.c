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

bool rc_ignore_glob(rc_str p, rc_str s)
{
    /* Where to go on when what follows the last '*', or the last '**', does not fit. */
    size_t i = 0, k = 0, star_i = 0, star_k = 0, deep_i = 0, deep_k = 0;
    bool star = false, deep = false, whole = false; /* whole: "**" and a slash, whole names */
    for (;;) {
        if (i < p.len && p.ptr[i] == '*') {
            bool is_deep = i + 1 < p.len && p.ptr[i + 1] == '*';
            while (i < p.len && p.ptr[i] == '*')
                i++;
            if (is_deep)
                whole = i < p.len && p.ptr[i] == '/' && (k == 0 || s.ptr[k - 1] == '/');
            if (is_deep && whole)
                i++; /* a "**" and its slash stand for no folder, too */
            star = !is_deep;
            deep = deep || is_deep;
            if (is_deep) {
                deep_i = i;
                deep_k = k;
            } else {
                star_i = i;
                star_k = k;
            }
            continue;
        }
        if (k == s.len && i == p.len)
            return true;
        if (k < s.len && matches_one(p, &i, s.ptr[k])) {
            k++;
        } else if (star && star_k < s.len && s.ptr[star_k] != '/') {
            i = star_i;
            k = ++star_k;
        } else if (deep && deep_k < s.len) {
            star = false;
            i = deep_i;
            deep_k++;
            while (whole && deep_k < s.len && s.ptr[deep_k - 1] != '/')
                deep_k++;
            k = deep_k;
        } else {
            return false;
        }
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
