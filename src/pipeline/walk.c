#include "pipeline/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/map.h"
#include "pipeline/ignore.h"

#define IGNORE_BYTES_MAX ((size_t)1 << 20)

typedef struct {
    rc_arena *arena;
    rc_walk *out;
    rc_map files;                   /* device and inode of what was taken */
    uint64_t folders[RC_DEPTH_MAX]; /* device and inode of the folders that are open */
    size_t depth;
    rc_ignore ignore;
} walker;

static void unread(walker *w, const char *path, const char *reason)
{
    rc_unread u = {path, rc_arena_str(w->arena, rc_str_from(reason))};
    RC_PUSH(w->arena, w->out->unread, w->out->unread_count, w->out->unread_capacity, u);
}

static uint64_t identity(const struct stat *st)
{
    return rc_hash_mix((uint64_t)st->st_dev, (uint64_t)st->st_ino);
}

static bool is_skipped(rc_str name)
{
    static const char *const extensions[] = {
#define RC_SKIPPED(extension) extension,
#include "pipeline/skipped.def"
#undef RC_SKIPPED
    };
    size_t dot = name.len;
    while (dot > 0 && name.ptr[dot - 1] != '.')
        dot--;
    if (dot == 0)
        return false;
    char lower[16] = {0};
    for (size_t i = dot; i < name.len && i - dot < sizeof(lower) - 1; i++) {
        char c = name.ptr[i];
        lower[i - dot] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
    }
    for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++) {
        if (strcmp(lower, extensions[i]) == 0)
            return true;
    }
    return name.ptr[name.len - 1] == '~';
}

static void take_file(walker *w, const char *path, const struct stat *st)
{
    uint64_t id = identity(st);
    if (rc_map_get(&w->files, id))
        return;
    rc_map_put(&w->files, id, 1);
    RC_PUSH(w->arena, w->out->files, w->out->count, w->out->capacity, path);
}

static int by_bytes(const void *a, const void *b)
{
    const char *const *left = a, *const *right = b;
    return strcmp(*left, *right);
}

/* Names in a folder, sorted, hidden ones left out. False: it may not be read. */
static bool list(walker *w, const char *path, const char ***ret_names, size_t *ret_count)
{
    DIR *dir = opendir(path);
    if (!dir)
        return false;
    const char **names = NULL;
    size_t count = 0, capacity = 0;
    for (struct dirent *e; (e = readdir(dir)) != NULL;) {
        if (e->d_name[0] != '.')
            RC_PUSH(w->arena, names, count, capacity,
                    rc_arena_cstr(w->arena, rc_str_from(e->d_name)));
    }
    (void)closedir(dir);
    if (count)
        qsort(names, count, sizeof(*names), by_bytes);
    *ret_names = names;
    *ret_count = count;
    return true;
}

static const char *join(walker *w, const char *folder, const char *name)
{
    size_t n = strlen(folder);
    if (strcmp(folder, ".") == 0)
        return rc_arena_cstr(w->arena, rc_str_from(name));
    const char *slash = n && folder[n - 1] == '/' ? "" : "/";
    return rc_arena_printf(w->arena, "%s%s%s", folder, slash, name).ptr;
}

static void load_ignore(walker *w, const char *folder, const char *name)
{
    const char *path = join(w, folder, name);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return;
    char *bytes = rc_arena_alloc(w->arena, IGNORE_BYTES_MAX, 1);
    size_t len = 0;
    for (ssize_t got; len < IGNORE_BYTES_MAX; len += (size_t)got) {
        got = read(fd, bytes + len, IGNORE_BYTES_MAX - len);
        if (got <= 0)
            break;
    }
    (void)close(fd);
    const char *base = strcmp(folder, ".") == 0 ? "" : join(w, folder, "");
    rc_ignore_add(w->arena, &w->ignore, rc_str_from(base), (rc_str){bytes, len});
}

static void walk_folder(walker *w, const char *path, const struct stat *st);

/* A name found in a folder. */
static void visit(walker *w, const char *path, const char *name)
{
    struct stat st;
    if (stat(path, &st) != 0) {
        struct stat link;
        bool dangling = lstat(path, &link) == 0 && S_ISLNK(link.st_mode);
        unread(w, path, dangling ? "a link to nothing" : strerror(errno));
        return;
    }
    bool folder = S_ISDIR(st.st_mode);
    if (rc_ignore_matches(&w->ignore, rc_str_from(path),
                          folder ? RC_IGNORE_FOLDER : RC_IGNORE_FILE))
        return;
    if (folder)
        walk_folder(w, path, &st);
    else if (S_ISREG(st.st_mode) && !is_skipped(rc_str_from(name)))
        take_file(w, path, &st);
}

static void walk_folder(walker *w, const char *path, const struct stat *st)
{
    uint64_t id = identity(st);
    for (size_t i = 0; i < w->depth; i++) {
        if (w->folders[i] == id)
            return; /* a link back to a folder that is open */
    }
    if (w->depth == RC_DEPTH_MAX) {
        unread(w, path, "folders are nested too deep");
        return;
    }
    const char **names;
    size_t count, outer_rules = w->ignore.count;
    if (!list(w, path, &names, &count)) {
        unread(w, path, strerror(errno));
        return;
    }
    w->folders[w->depth++] = id;
    load_ignore(w, path, ".gitignore");
    load_ignore(w, path, ".rcheckignore");
    for (size_t i = 0; i < count; i++)
        visit(w, join(w, path, names[i]), names[i]);
    w->ignore.count = outer_rules;
    w->depth--;
}

void rc_walk_paths(rc_arena *a, const char *const *paths, size_t path_count, rc_walk *ret)
{
    *ret = (rc_walk){0};
    walker *w = RC_NEW(a, walker);
    *w = (walker){.arena = a, .out = ret};
    rc_map_init(&w->files, a, 0);
    for (size_t i = 0; i < path_count; i++) {
        struct stat st;
        const char *path = rc_arena_cstr(a, rc_str_from(paths[i]));
        if (strcmp(path, "-") == 0)
            RC_PUSH(a, ret->files, ret->count, ret->capacity, path);
        else if (stat(path, &st) != 0)
            unread(w, path, strerror(errno));
        else if (S_ISDIR(st.st_mode))
            walk_folder(w, path, &st);
        else
            take_file(w, path, &st);
    }
}
