/* Packed documents; the files are the seeds of the fuzz targets. */
#include "readers/reader.h"

#include <stdlib.h>

#include "readers/zip.h"
#include "support/blocks.h"

Suite *suite_readers_office(void);

static const struct {
    const char *file, *title, *author, *date, *blocks;
} cases[] = {
    {"docx.in/memo.docx", "Mill sold", "Ann Lee", "2024-05-03T10:00:00Z",
     "T Mill sold\nP It cost 9 million & more.\nH1 What next\nP It has 14 rooms.\nL1 one\nL2 two\n"
     "C1.0.0h Item\nC1.0.1h Cost\nC1.1.0 Roof\nC1.1.2 5\nP End of it.\n"},
    {"odt.in/memo.odt", "Mill sold", "Ann Lee", "2024-05-03",
     "T Mill sold\nP It cost 9 million.\nH2 What next\nL1 one\nL2 two\nC1.0.0h Item\nC1.0.1h Cost\n"
     "C1.1.0 Roof\nC1.1.2 5\nP End of it.\n"},
    {"epub.in/book.epub", "The Mill", "Ann Lee", "2024-05-03",
     "T One\nP It cost 9 \xe2\x80\x93 all told.\nH1 Two\nP It cost 10.\n"},
    {"mail.in/release.eml",
     "Mill sold for \xe2\x82\xac"
     "9 million",
     "Ann Lee", "3 May 2024",
     "T Mill sold for \xe2\x82\xac"
     "9 million\nP The council decided on Tuesday that the old mill is to be "
     "sold to the caf\xc3\xa9 owners, after a debate that went on until midnight.\nP It has 16 "
     "rooms.\n"},
    {"xml.in/nitf.xml", "Mill sold", "Ann Lee", "2024-05-03",
     "T Mill sold\nP The clerk said on Tuesday that 9 million had been paid.\nc The mill\n"
     "C1.0.0 a\nC1.0.1 b\n"},
    {"xml.in/newsml.xml", "Mill sold", "Ann Lee", "2024-05-03T10:00:00Z",
     "B 2024-05-03T10:00:00Z\nB Valley Post\nT Mill sold\nB Ann Lee\nP It cost 9 million.\nP It "
     "has 14 rooms.\n"},
};

static rc_doc *open_seed(rc_arena *a, const char *file)
{
    const char *source = getenv("SRCDIR");
    rc_str path = rc_arena_printf(a, "%s/tests/fuzz/%s", source ? source : ".", file);
    rc_doc *d = NULL;
    rc_err err = {.text = ""};
    ck_assert_msg(rc_reader_open(a, path.ptr, RC_STR_NONE, &d, &err) == RC_OK, "%s: %s", file,
                  err.text);
    return d;
}

START_TEST(packed_documents_are_read)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d = open_seed(a, cases[_i].file);
    ck_assert(test_map(d));
    rc_buf out;
    rc_buf_init(&out, (size_t)1 << 20);
    for (size_t i = 0; i < d->block_count; i++)
        test_print_block(&out, d, &d->blocks[i]);
    rc_buf_add_char(&out, '\0');
    ck_assert_str_eq(out.ptr, cases[_i].blocks);
    rc_buf_clear(&out);
    ck_assert(rc_str_eq(d->title, rc_str_from(cases[_i].title)));
    ck_assert(rc_str_eq(d->author, rc_str_from(cases[_i].author)));
    ck_assert(rc_str_eq(d->dateline_text, rc_str_from(cases[_i].date)));
    rc_arena_free(a);
}
END_TEST

START_TEST(pdf_needs_its_converter)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d = NULL;
    rc_err err = {.text = ""};
    rc_str pdf = test_bytes(a, RC_STR("%PDF-1.4\nno PDF at all\n"));
    ck_assert_int_eq(rc_reader_parse(a, RC_STR("/nowhere.pdf"), pdf, RC_STR_NONE, &d, &err),
                     RC_EFORMAT);
    ck_assert_ptr_nonnull(strstr(err.text, "PDF"));
    rc_arena_free(a);
}
END_TEST

START_TEST(damaged_archives_are_refused)
{
    const rc_str archives[] = {
        {"PK\3\4", 4},
        {"PK\3\4PK\5\6\0\0\0\0\1\0\1\0\xff\xff\xff\xff\xff\xff\xff\xff\0\0", 26},
        {"PK\3\4PK\5\6\0\0\0\0\1\0\1\0\0\0\0\0\0\0\0\0\0\0", 26},
    };
    for (size_t i = 0; i < sizeof(archives) / sizeof(archives[0]); i++) {
        rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
        rc_str file;
        ck_assert_int_eq(rc_zip_read(a, test_bytes(a, archives[i]), RC_STR("x"), &file, NULL),
                         RC_EFORMAT);
        rc_arena_free(a);
    }
}
END_TEST

Suite *suite_readers_office(void)
{
    Suite *s = suite_create("readers/office");
    TCase *t = tcase_create("office");
    tcase_add_loop_test(t, packed_documents_are_read, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    tcase_add_test(t, pdf_needs_its_converter);
    tcase_add_test(t, damaged_archives_are_refused);
    suite_add_tcase(s, t);
    return s;
}
