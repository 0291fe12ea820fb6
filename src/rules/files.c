#include "rules/files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/limits.h"

typedef struct {
    rc_arena *arena;
    rc_rule_files *out;
    size_t root_length; /* of the rule folder's path, with its '/' */
    rc_err *err;
} lister;

typedef struct {
    const char **items;
    size_t count, capacity;
} names;

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static rc_status read_names(const lister *l, const char *dir, names *ret)
{
    DIR *d = opendir(dir);
    if (!d)
        return rc_fail(l->err, RC_EIO, dir, 0, 0, "cannot read the folder: %s", strerror(errno));
    for (const struct dirent *e = readdir(d); e; e = readdir(d)) {
        if (e->d_name[0] == '.')
            continue;
        const char *name = rc_arena_cstr(l->arena, rc_str_from(e->d_name));
        RC_PUSH(l->arena, ret->items, ret->count, ret->capacity, name);
    }
    closedir(d);
    if (ret->count)
        qsort(ret->items, ret->count, sizeof(*ret->items), by_bytes);
    return RC_OK;
}

static void add_file(const lister *l, rc_str path)
{
    rc_str below = rc_str_sub(path, l->root_length, path.len);
    size_t dot = below.len;
    for (size_t i = 0; i < below.len; i++) {
        if (below.ptr[i] == '.')
            dot = i;
        else if (below.ptr[i] == '/')
            dot = below.len;
    }
    if (dot == below.len)
        return;
    rc_rule_file f = {path.ptr, rc_str_sub(below, 0, dot), rc_str_sub(below, dot + 1, below.len)};
    RC_PUSH(l->arena, l->out->items, l->out->count, l->out->capacity, f);
}

static rc_status walk(const lister *l, const char *dir, int depth)
{
    if (depth > RC_DEPTH_MAX)
        return rc_fail(l->err, RC_ELIMIT, dir, 0, 0, "folders nested too deeply");
    names found = {0};
    rc_status s = read_names(l, dir, &found);
    for (size_t i = 0; s == RC_OK && i < found.count; i++) {
        rc_str path = rc_arena_printf(l->arena, "%s/%s", dir, found.items[i]);
        struct stat st;
        if (stat(path.ptr, &st) != 0)
            return rc_fail(l->err, RC_EIO, path.ptr, 0, 0, "%s", strerror(errno));
        if (S_ISDIR(st.st_mode))
            s = walk(l, path.ptr, depth + 1);
        else if (S_ISREG(st.st_mode))
            add_file(l, path);
    }
    return s;
}

rc_status rc_rule_files_list(rc_arena *a, const char *dir, rc_rule_files *out, rc_err *err)
{
    rc_str root = rc_str_from(dir);
    while (root.len > 1 && root.ptr[root.len - 1] == '/')
        root.len--;
    lister l = {a, out, root.len + 1, err};
    return walk(&l, rc_arena_cstr(a, root), 0);
}

static rc_status read_all(rc_arena *a, FILE *f, const char *path, rc_str *ret, rc_err *err)
{
    struct stat st;
    if (fstat(fileno(f), &st) != 0 || st.st_size < 0)
        return rc_fail(err, RC_EIO, path, 0, 0, "%s", strerror(errno));
    if ((size_t)st.st_size > RC_FILE_BYTES_MAX)
        return rc_fail(err, RC_ELIMIT, path, 0, 0, "the file is too large");
    size_t size = (size_t)st.st_size;
    char *p = rc_arena_alloc(a, size + 4, 1);
    size_t n = size ? fread(p, 1, size, f) : 0;
    if (ferror(f))
        return rc_fail(err, RC_EIO, path, 0, 0, "%s", strerror(errno));
    *ret = (rc_str){p, n};
    return RC_OK;
}

rc_status rc_rule_file_read(rc_arena *a, const char *path, rc_str *ret, rc_err *err)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        return rc_fail(err, RC_EIO, path, 0, 0, "cannot open: %s", strerror(errno));
    rc_status s = read_all(a, f, path, ret, err);
    (void)fclose(f);
    return s;
}
