#include "pipeline/walk.h"

#include <check.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "pipeline/ignore.h"

Suite *suite_pipeline_walk(void);

static const struct {
    const char *pattern, *path;
    bool fits;
} globs[] = {
    {"a.txt", "a.txt", true},
    {"a.txt", "b.txt", false},
    {"*.txt", "a.txt", true},
    {"*.txt", "d/a.txt", false},
    {"**/a", "a", true},
    {"**/a", "x/y/a", true},
    {"**/a", "x/ya", false},
    {"d/**", "d/x/y", true},
    {"d/**/a", "d/a", true},
    {"d/**/a", "d/x/y/a", true},
    {"a?c", "abc", true},
    {"a?c", "a/c", false},
    {"[a-c]x", "bx", true},
    {"[!a-c]x", "bx", false},
    {"[]]x", "]x", true},
    {"[ab", "a", false},
    {"\\*a", "*a", true},
    {"\\*a", "xa", false},
    {"*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", false},
    {"*", "", true},
    {"", "a", false},
};

START_TEST(glob_fits)
{
    rc_str pattern = rc_str_from(globs[_i].pattern), path = rc_str_from(globs[_i].path);
    ck_assert_msg(rc_ignore_glob(pattern, path) == globs[_i].fits, "%s against %s",
                  globs[_i].pattern, globs[_i].path);
}
END_TEST

static const struct {
    const char *rules, *path;
    rc_ignore_kind kind;
    bool ignored;
} ignores[] = {
    {"*.log\n!keep.log\n", "d/x.log", RC_IGNORE_FILE, true},
    {"*.log\n!keep.log\n", "d/keep.log", RC_IGNORE_FILE, false},
    {"build/\n", "d/build", RC_IGNORE_FOLDER, true},
    {"build/\n", "d/build", RC_IGNORE_FILE, false},
    {"/a.md\n", "d/a.md", RC_IGNORE_FILE, true},
    {"/a.md\n", "d/e/a.md", RC_IGNORE_FILE, false},
    {"e/*.md\n", "d/e/a.md", RC_IGNORE_FILE, true},
    {"# a.md\n", "d/# a.md", RC_IGNORE_FILE, false},
    {"a.md  \r\n", "d/a.md", RC_IGNORE_FILE, true},
    {"a.md", "e/a.md", RC_IGNORE_FILE, false},
};

START_TEST(rules_of_a_folder)
{
    rc_arena *a = rc_arena_new((size_t)1 << 20);
    rc_ignore g = {0};
    rc_ignore_add(a, &g, RC_STR("d/"), rc_str_from(ignores[_i].rules));
    ck_assert_msg(rc_ignore_matches(&g, rc_str_from(ignores[_i].path), ignores[_i].kind) ==
                      ignores[_i].ignored,
                  "%s against %s", ignores[_i].rules, ignores[_i].path);
    rc_arena_free(a);
}
END_TEST

static void write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ck_assert_int_ge(fd, 0);
    ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
}

static void enter_folder(void)
{
    char folder[] = "/tmp/rcheck-walk-XXXXXX";
    ck_assert_ptr_nonnull(mkdtemp(folder));
    ck_assert_int_eq(chdir(folder), 0);
    mkdir("b", 0700);
    mkdir("b/deep", 0700);
    mkdir(".hidden", 0700);
    write_file("c.txt", "c");
    write_file("B.txt", "B");
    write_file("image.PNG", "i");
    write_file("b/a.md", "a");
    write_file("b/draft.md", "d");
    write_file("b/deep/z.txt", "z");
    write_file(".hidden/x.txt", "x");
    write_file(".rcheckignore", "draft.*\n");
    ck_assert_int_eq(symlink("..", "b/deep/loop"), 0);
    ck_assert_int_eq(symlink("nowhere", "b/broken"), 0);
}

static void expect(const char *const *paths, size_t count, const char *files, size_t unread)
{
    rc_arena *a = rc_arena_new((size_t)64 << 20);
    rc_walk w;
    rc_walk_paths(a, paths, count, &w);
    rc_buf b;
    rc_buf_init(&b, 4096);
    for (size_t i = 0; i < w.count; i++)
        rc_buf_printf(&b, "%s ", w.files[i]);
    rc_buf_add_char(&b, 0);
    ck_assert_str_eq(b.ptr, files);
    ck_assert_uint_eq(w.unread_count, unread);
    rc_buf_clear(&b);
    rc_arena_free(a);
}

START_TEST(files_in_byte_order)
{
    enter_folder();
    expect((const char *const[]){"."}, 1, "B.txt b/a.md b/deep/z.txt c.txt ", 1);
    expect((const char *const[]){"b/"}, 1, "b/a.md b/deep/z.txt b/draft.md ", 1);
    /* A file that is named is read, whatever it is, and once. */
    expect((const char *const[]){"b/draft.md", "image.PNG", "./b/draft.md"}, 3,
           "b/draft.md image.PNG ", 0);
    expect((const char *const[]){"none.txt", "-"}, 2, "- ", 1);
}
END_TEST

Suite *suite_pipeline_walk(void)
{
    Suite *s = suite_create("pipeline/walk");
    TCase *t = tcase_create("walk");
    tcase_add_loop_test(t, glob_fits, 0, (int)(sizeof(globs) / sizeof(globs[0])));
    tcase_add_loop_test(t, rules_of_a_folder, 0, (int)(sizeof(ignores) / sizeof(ignores[0])));
    tcase_add_test(t, files_in_byte_order);
    suite_add_tcase(s, t);
    return s;
}
