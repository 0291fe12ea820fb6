#include "readers/reader.h"

#include "readers/entity.h"
#include "readers/html_token.h"
#include "support/blocks.h"

Suite *suite_readers_html(void);

#define LONG                                                                                       \
    "The council decided on Tuesday that the old mill is to be sold, after a debate that went on " \
    "until midnight and saw tempers fray."

static const struct {
    const char *input, *expected;
} cases[] = {
    {"", ""},
    {"plain < text & more", "P plain < text & more\n"},
    {"<h1>Mill</h1><p>Sold &amp; gone for&nbsp;&euro;5\n  &ndash; now</p>",
     "T Mill\nP Sold & gone for\xc2\xa0\xe2\x82\xac"
     "5 \xe2\x80\x93 now\n"},
    /* End tags that are left out, and wrong ones. */
    {"<p>a<p>b<ul><li>c<li>d<ul><li>e</ul></ul>f", "P a\nP b\nL1 c\nL1 d\nL2 e\nP f\n"},
    {"<p>a <b>b</p> c</b><div>d</section>e</div></p>f", "P a b\nP c\nP de\nP f\n"},
    {"<h2>a</h3><p>b", "H2 a\nP b\n"},
    {"<dl><dt>a<dd>b<dt>c<dd>d</dl>", "C1.0.0h a\nC1.0.1 b\nC1.1.0h c\nC1.1.1 d\n"},
    {"<table><tr><th>a<th>b<tr><td>c<td>d</table>e",
     "C1.0.0h a\nC1.0.1h b\nC1.1.0 c\nC1.1.1 d\nP e\n"},
    {"<table><thead><tr><td>a</td><td>b</td></tr></thead><tbody><tr><td rowspan=2>c</td><td>d</td>"
     "</tr><tr><td><p>e</p></td></tr><tr><td colspan=2>f</td><td>g</td></tr></table>",
     "C1.0.0h a\nC1.0.1h b\nC1.1.0 c\nC1.1.1 d\nC1.2.1 e\nC1.3.0 f\nC1.3.2 g\n"},
    {"<table><tr><td>x</td><td>y<table><tr><td>a<td>b</table></td></tr></table>",
     "C1.0.0 x\nC1.0.1 y\nC2.0.0 a\nC2.0.1 b\n"},
    {"<table><caption>k</caption><tr><td>a</table>", "c k\nP a\n"}, /* one column: for layout */
    {"<blockquote><p>a</p></blockquote><figure><img><figcaption>b</figcaption></figure>",
     "Q a\nc b\n"},
    /* What is no text. */
    {"<p>a<script>var b = '<p>c</p>';</script><style>d</style><template>e</template></p>"
     "<noscript>f</noscript><!-- g --><svg><title>h</title></svg><p hidden>i</p>"
     "<p style=\"display:none\">j</p><select><option>k</select><del>l</del><p>m",
     "P a\nP m\n"},
    {"<pre><code>x = 14</code></pre><p>a <code>x</code> b<pre>c\n\nd</pre>", "P a x b\nP c\nP d\n"},
    {"a<br>b<br>C<br><br>d", "P a b\nP C\nP d\n"},
    {"9 km<sup>2</sup> of it<sup><a href=#n>1</a></sup><sup>[2]</sup> for 10<sup>6</sup>, H"
     "<sub>2</sub>O",
     "P 9 km\xc2\xb2 of it for 106, H2O\n"},
    {"<q>a</q> so&shy;me", "P \xe2\x80\x9c"
                           "a\xe2\x80\x9d some\n"},
    /* The article among what stands around it. */
    {"<html><head><title>Mill sold - Valley Post</title></head><body><header><h1><a href=/>Valley "
     "Post</a></h1></header><nav><ul><li><a href=x>Home</a></ul></nav><main><article><header><h1>"
     "Mill sold</h1><p class=byline>Ann Lee</p></header><p>" LONG "</p><aside>Other 14</aside>"
     "<div class=\"related-stories\"><p>Bridge sold for 15</p></div><p><a href=y>Read this, too"
     "</a></p></article></main><footer>16</footer>",
     "T Mill sold\nB Ann Lee\nP " LONG "\n"},
    {"<div class=\"has-sidebar content\"><h1>Mill</h1><p>" LONG "</p></div><div class=sidebar>14"
     "</div>",
     "T Mill\nP " LONG "\n"},
    {"<form class=\"page sidebar\"><h1>Mill</h1><p>" LONG "</p></form>", "T Mill\nP " LONG "\n"},
    {"<title>Mill sold | Valley Post</title><p>" LONG, "T Mill sold\nP " LONG "\n"},
    {"<h1>Mill</h1><p>On <time datetime=2024-05-03>3 May</time></p><p>" LONG,
     "T Mill\nB On 3 May\nP " LONG "\n"},
    {"<article class=\"post category-popular\"><h1>Mill</h1><p>" LONG "</p></article><article "
     "class=related>Bridge 14</article>",
     "T Mill\nP " LONG "\n"},
    {"<h1>Mill</h1><div data-component=byline-block>Ann Lee</div><p>" LONG "</p><div "
     "data-component=links-block><ul><li><a href=x>Bridge sold for 14</a></ul></div>",
     "T Mill\nB Ann Lee\nP " LONG "\n"},
    {"<p>a <span class=sr-only>b <span>c</span> d</span> e", "P a e\n"},
    /* Cut off anywhere. */
    {"<p>a<a href=\"x", "P a\n"},
    {"<p>a<!-- b", "P a\n"},
    {"<p>a<", "P a<\n"},
    {"<p>a</", "P a</\n"},
    {"<p>a&am", "P a&am\n"},
    {"<p>a<script>b", "P a\n"},
};

START_TEST(blocks)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    test_blocks(a, "a.html", rc_str_from(cases[_i].input), cases[_i].expected);
    rc_arena_free(a);
}
END_TEST

static void expect(rc_str got, const char *wanted)
{
    ck_assert_msg(rc_str_eq(got, rc_str_from(wanted)), "'%.*s', not '%s'", RC_STR_ARG(got), wanted);
}

static const struct {
    const char *head, *date, *outlet, *author;
} metadata[] = {
    {"<meta property=\"article:published_time\" content=\"2024-05-03T10:00Z\">"
     "<meta name=date content=2025-01-01><meta property=og:site_name content=\"Valley &amp; Post\">"
     "<meta name=author content='Ann Lee'>",
     "2024-05-03T10:00Z", "Valley & Post", "Ann Lee"},
    {"<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\" : "
     "\"2024-05-03\",\"dateModified\":\"2025-01-01\",\"author\":[{\"@type\":\"Person\",\"name\":"
     "\"Ann Lee\"}],\"publisher\":{\"name\":\"Valley Post\"}}</script>",
     "2024-05-03", "Valley Post", "Ann Lee"},
    {"<title>Mill - Valley Post</title><article><h1>Mill</h1><time datetime=\"2024-05-03\">3 May"
     "</time></article><aside><time datetime=2020-01-01>x</time></aside>",
     "2024-05-03", "Valley Post", ""},
    {"<meta name=\"dcterms.modified\" content=\"2025-01-01\"><h1>Mill</h1><p>3 May 2024</p>",
     "2025-01-01", "", ""},
    {"<h1>Mill</h1><p>3 May 2024</p>", "3 May 2024", "", ""},
};

START_TEST(metadata_are_found)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_str page = rc_arena_printf(a, "<html lang=de>%s<p>" LONG, metadata[_i].head);
    rc_doc *d = test_blocks(a, "a.html", page, NULL);
    expect(d->dateline_text, metadata[_i].date);
    expect(d->outlet, metadata[_i].outlet);
    expect(d->author, metadata[_i].author);
    expect(d->language, "de");
    rc_arena_free(a);
}
END_TEST

START_TEST(a_declared_character_set_is_used)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_doc *d = test_blocks(a, "a.html", RC_STR("<meta charset=koi8-r><p>\xed\xc9\xd2 14"),
                            "P \xd0\x9c\xd0\xb8\xd1\x80 14\n");
    rc_span file = rc_doc_file_span(d, d->blocks[0].span);
    ck_assert_uint_eq(file.start, 24);
    ck_assert_uint_eq(file.end, 30);
    rc_arena_free(a);
}
END_TEST

static const struct {
    const char *input, *text;
    size_t length;
} references[] = {
    {"&amp;x", "&", 5},
    {"&ampx", "&", 4},
    {"&notit;", "\xc2\xac", 4},
    {"&notin;", "\xe2\x88\x89", 7},
    {"&#65;", "A", 5},
    {"&#x41 ", "A", 5},
    {"&#128;", "\xe2\x82\xac", 6},
    {"&#0;", "\xef\xbf\xbd", 4},
    {"&#x110000;", "\xef\xbf\xbd", 10},
    {"&#99999999999;", "\xef\xbf\xbd", 14},
    {"&nosuch;", "", 0},
    {"&#;", "", 0},
    {"&", "", 0},
    {"& x", "", 0},
    {"&nGt;", "\xe2\x89\xab\xe2\x83\x92", 5},
};

START_TEST(character_references)
{
    char out[RC_ENTITY_BYTES];
    size_t length = 0;
    size_t n = rc_entity_read(rc_str_from(references[_i].input), 0, out, &length);
    ck_assert_uint_eq(n, references[_i].length);
    if (n)
        expect((rc_str){out, length}, references[_i].text);
}
END_TEST

START_TEST(every_tag_is_found)
{
    for (int i = 1; i < RC_TAG_COUNT; i++) {
        static const char *const names[] = {
            "",
#define RC_TAG(id, name, flags) name,
#include "readers/html_tag.def"
#undef RC_TAG
        };
        ck_assert_msg(rc_tag_find(rc_str_from(names[i])) == (rc_tag)i, "%s", names[i]);
    }
    ck_assert_int_eq(rc_tag_find(RC_STR("TABLE")), RC_TAG_TABLE);
    ck_assert_int_eq(rc_tag_find(RC_STR("x-y")), RC_TAG_OTHER);
}
END_TEST

/* Nesting of any depth, and what is never closed, cost linear time: a second for a megabyte would
 * be far too much. */
static const char *const repeated[] = {
    "<div>",
    "<table><tr><td>",
    "<ul><li>",
    "<b>",
    "<a href=x>",
    "<p>",
    "</p>",
    "</div>",
    "<",
    "&",
    "<!--",
    "<x y=\"",
    "<sup>",
    "<blockquote></p>",
    "<span class=ad>",
    "<title>",
};

START_TEST(hostile_nesting)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    size_t n = strlen(repeated[_i]), times = ((size_t)1 << 20) / n;
    char *page = rc_arena_alloc(a, n * times + 4, 1);
    for (size_t i = 0; i < times; i++)
        memcpy(page + i * n, repeated[_i], n);
    test_blocks(a, "a.html", (rc_str){page, n * times}, NULL);
    rc_arena_free(a);
}
END_TEST

Suite *suite_readers_html(void)
{
    Suite *s = suite_create("readers/html");
    TCase *t = tcase_create("html");
    tcase_add_loop_test(t, blocks, 0, (int)(sizeof(cases) / sizeof(cases[0])));
    tcase_add_loop_test(t, metadata_are_found, 0, (int)(sizeof(metadata) / sizeof(metadata[0])));
    tcase_add_test(t, a_declared_character_set_is_used);
    tcase_add_loop_test(t, character_references, 0,
                        (int)(sizeof(references) / sizeof(references[0])));
    tcase_add_test(t, every_tag_is_found);
    tcase_add_loop_test(t, hostile_nesting, 0, (int)(sizeof(repeated) / sizeof(repeated[0])));
    suite_add_tcase(s, t);
    return s;
}
