#include "cli/locate.h"

#include <unistd.h>

enum { PATH_BYTES = 4096 };

static bool exists(const char *path)
{
    return access(path, R_OK) == 0;
}

/* The folder that the running program stands in; NULL: not known. */
static const char *program_folder(rc_arena *a, const char *program)
{
    char path[PATH_BYTES];
    ssize_t n = readlink("/proc/self/exe", path, sizeof(path));
    rc_str s = {path, n > 0 ? (size_t)n : 0};
    if (n <= 0 || s.len == sizeof(path)) {
        if (!program || !strchr(program, '/'))
            return NULL;
        s = rc_str_from(program);
    }
    while (s.len && s.ptr[s.len - 1] != '/')
        s.len--;
    return s.len ? rc_arena_cstr(a, rc_str_sub(s, 0, s.len - 1)) : NULL;
}

static bool found_in(rc_arena *a, const char *folder, const char *rules, const char *lexicon,
                     rc_located *ret)
{
    const char *rules_path = rc_arena_printf(a, "%s/%s", folder, rules).ptr;
    const char *lexicon_path = rc_arena_printf(a, "%s/%s", folder, lexicon).ptr;
    if (!exists(rc_arena_printf(a, "%s/tables", rules_path).ptr))
        return false;
    *ret = (rc_located){rules_path, exists(lexicon_path) ? lexicon_path : NULL};
    return true;
}

rc_status rc_locate(rc_arena *a, const char *program, rc_located *ret, rc_err *err)
{
    const char *folder = program_folder(a, program);
    if (folder) {
        if (found_in(a, folder, "rules", "lexicon.bin", ret) ||
            found_in(a, folder, "../share/rcheck/rules", "../share/rcheck/lexicon.bin", ret))
            return RC_OK;
    }
    if (exists(RC_RULES_DIR)) {
        const char *lexicon = RC_LEXICON_DIR "/lexicon.bin";
        *ret = (rc_located){RC_RULES_DIR, exists(lexicon) ? lexicon : NULL};
        return RC_OK;
    }
    return rc_fail(err, RC_EIO, NULL, 0, 0,
                   "the rules that belong to rcheck are not where they were installed (%s), nor "
                   "beside the program",
                   RC_RULES_DIR);
}
