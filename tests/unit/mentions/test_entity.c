/* Names in sentences: whose they are, of what class, and the roles beside them. */
#include "mentions/names.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "readers/reader.h"
#include "support/project.h"

Suite *suite_mentions_entity(void);

typedef struct {
    const char *text;
    const char
        *expected; /* "Name class: as mentioned | <pronoun>; ..." and "Name: role @employer" */
} text_case;

static const char *const class_names[] = {"person", "organization", "place",
                                          "event",  "work",         "other"};
static const char *const tenses[] = {"", " (former)", " (future)", " (acting)"};

static const text_case entity_cases[] = {
    {"Ingrid Solvangen, President and Chief Executive Officer, spoke in Oslo. Solvangen "
     "left.",
     "Ingrid Solvangen person: Ingrid Solvangen | Solvangen; Oslo place: Oslo; Ingrid "
     "Solvangen = president; Ingrid Solvangen = chief executive officer"},
    {"US Treasury Secretary Philip Dorn met Xi Jinping. Dorn thanked Xi.",
     "Philip Dorn person: Philip Dorn | Dorn; Xi Jinping person: Xi Jinping | Xi; "
     "Philip Dorn = treasury secretary"},
    {"Tomas Reyes, the museum's curator, found it. He was glad.",
     "Tomas Reyes person: Tomas Reyes | <He>; Tomas Reyes = curator"},
    {"Greta Olsen, 54, chief executive of Lumena, resigned. She gave no reason.",
     "Greta Olsen person: Greta Olsen | <She>; Lumena organization: Lumena; Greta Olsen "
     "= chief executive @ Lumena"},
    {"The Office of Strategic Capital (OSC) paid. OSC will pay again.",
     "Office of Strategic Capital organization: Office of Strategic Capital | OSC | OSC"},
    {"The International Energy Agency said so. The agency and the IEA agree.",
     "International Energy Agency organization: International Energy Agency | <The "
     "agency> | IEA"},
    {"Torvald-Bligh Constructors won. Torvald-Bligh is glad, and the company will build.",
     "Torvald-Bligh Constructors organization: Torvald-Bligh Constructors | "
     "Torvald-Bligh | <the company>"},
    {"Beijing and Washington agreed. Talks were held in Beijing.",
     "China place: Beijing; United States place: Washington; Beijing place: Beijing"},
    {"The White House said that the Americans and the Chinese would talk.",
     "United States place: White House | Americans; China place: Chinese"},
    {"Gwen Hollister owns a shop. Member Hollister voted no.",
     "Gwen Hollister person: Gwen Hollister | Hollister; Gwen Hollister = member"},
    {"Lars Vik and Anna Vik came. Ms Vik sang.",
     "Lars Vik person: Lars Vik; Anna Vik person: Anna Vik | Vik"},
    {"The Securities and Exchange Commission sued the Department of Health and Human "
     "Services.",
     "Department of Health and Human Services organization: Department of Health and "
     "Human Services; Securities and Exchange Commission organization: Securities and "
     "Exchange Commission"},
    {"The Bank of England and Barclays disagreed.",
     "Bank of England organization: Bank of England; Barclays organization: Barclays"},
    {"MP Materials built a plant in Fort Worth, Texas.",
     "MP Materials organization: MP Materials; Fort Worth place: Fort Worth; Texas "
     "place: Texas"},
    {"The Wenara River rises near Karvik. The river is short.",
     "Wenara River place: Wenara River | <The river>; Karvik place: Karvik"},
    {"The Lotsen-based firm Nordkai AG was sold to Brennholm ASA, a Norwegian group. "
     "Brennholm paid cash.",
     "Nordkai AG organization: Nordkai AG; Brennholm ASA organization: Brennholm ASA | "
     "Brennholm; Lotsen place: Lotsen; Norway place: Norwegian"},
    {"Former President Barack Obama and then-Prime Minister Anna Lund met.",
     "Barack Obama person: Barack Obama; Anna Lund person: Anna Lund; Barack Obama = "
     "president (former); Anna Lund = prime minister (former)"},
    {"\"The Menders\" and 'Quiet Harbour Agreement' were signed.",
     "The Menders work: The Menders; Quiet Harbour Agreement work: Quiet Harbour "
     "Agreement"},
    {"They liked the film \"Harbour\" and a \"Surge\" in sales.", "Harbour work: Harbour"},
    {"Harbour is a 2005 comedy film that they liked.", "Harbour other: Harbour"},
    {"Yesterday Lumena said that Reuters was right.",
     "Lumena other: Lumena; Reuters organization: Reuters"},
    {"PORT TOWN COUNCIL VOTES FOR BRIDGE", ""},
    {"Ludwig van der Meer and Osama bin Haddad met Charles de Gaulle.",
     "Ludwig van der Meer person: Ludwig van der Meer; Osama bin Haddad person: Osama "
     "bin Haddad; Charles de Gaulle person: Charles de Gaulle"},
    {"J. D. Vance met Donald J. Trump. Trump smiled.",
     "Donald J. Trump person: Donald J. Trump | Trump; J. D. Vance person: J. D. Vance"},
    {"The French Space Agency and the South China Sea were named.",
     "French Space Agency organization: French Space Agency; South China Sea place: "
     "South China Sea"},
    {"Its director is Dr Lien Vermeer. The Leyden Museum thanked Vermeer.",
     "Lien Vermeer person: Lien Vermeer | Vermeer; Leyden Museum organization: Leyden "
     "Museum; Lien Vermeer = director"},
    {"Director: Alan Chang. City Engineer Paul Restrop was there.",
     "Alan Chang person: Alan Chang; Paul Restrop person: Paul Restrop; Alan Chang = "
     "director; Paul Restrop = city engineer"},
    {"Shares fell. Investors sold Apple and Microsoft.",
     "Apple organization: Apple; Microsoft organization: Microsoft"},
    {"The People's Republic of China and the Supreme People's Court met.",
     "Supreme People's Court organization: Supreme People's Court; China place: "
     "People's Republic of China"},
    {"Mayor Petra Solis spoke. The mayor was angry. Solis left.",
     "Petra Solis person: Petra Solis | <The mayor> | Solis; Petra Solis = mayor"},
    {"The summit in Busan ended. During the Busan Summit, he slept.",
     "Busan Summit event: Busan Summit; Busan place: Busan"},
};

static rc_mentioner *mentioner(rc_arena *a, const rc_rules *r)
{
    rc_diagnostics diagnostics = {0};
    rc_err err = {0};
    rc_mentioner *m;
    ck_assert_int_eq(rc_mentioner_new(a, r, &m, &diagnostics, &err), RC_OK);
    ck_assert_msg(!diagnostics.count, "%s", diagnostics.count ? diagnostics.items[0].text : "");
    return m;
}

static rc_mentions *find(rc_arena *a, const rc_rules *r, rc_mentioner *x, const char *text,
                         rc_doc **ret)
{
    rc_err err = {0};
    rc_text *t;
    rc_mentions *m;
    size_t size = strlen(text);
    char *bytes = RC_NEW_ARRAY(a, char, size + 4);
    const rc_lexicon *l = rc_rules_lexicon(r);
    memcpy(bytes, text, size);
    ck_assert_int_eq(
        rc_reader_parse(a, RC_STR("a.txt"), (rc_str){bytes, size}, RC_STR("plain"), ret, &err),
        RC_OK);
    ck_assert_int_eq(rc_text_split(a, *ret, l, &t, &err), RC_OK);
    rc_text_tag(t, l);
    ck_assert_int_eq(rc_text_group(a, t), RC_OK);
    ck_assert_int_eq(rc_mentions_find(a, x, *ret, t, &m, &err), RC_OK);
    return m;
}

static void print_entity(rc_buf *out, const rc_doc *d, const rc_mentions *m, uint32_t index)
{
    const rc_entity *e = &m->entities[index];
    bool first = true;
    for (size_t i = 0; i < m->count; i++) {
        const rc_mention *x = &m->items[i];
        if (x->type != RC_MENTION_ENTITY || x->as.entity.index != index)
            continue;
        if (first)
            rc_buf_printf(out, "%s%.*s %s:", out->len ? "; " : "", RC_STR_ARG(e->name),
                          class_names[e->cls]);
        rc_str text = rc_doc_slice(d, x->span);
        bool alias = x->as.entity.alias;
        rc_buf_printf(out, "%s %s%.*s%s", first ? "" : " |", alias ? "<" : "", RC_STR_ARG(text),
                      alias ? ">" : "");
        first = false;
    }
}

static void print(rc_buf *out, const rc_doc *d, const rc_mentions *m)
{
    rc_buf_init(out, 1 << 16);
    for (uint32_t i = 0; i < m->entity_count; i++)
        print_entity(out, d, m, i);
    for (size_t i = 0; i < m->role_count; i++) {
        const rc_role *r = &m->roles[i];
        rc_str employer = r->employer ? m->entities[r->employer - 1].name : RC_STR("");
        rc_buf_printf(out, "; %.*s = %.*s%s%.*s%s", RC_STR_ARG(m->entities[r->entity].name),
                      RC_STR_ARG(r->text), r->employer ? " @ " : "", RC_STR_ARG(employer),
                      tenses[r->tense]);
    }
}

START_TEST(entities)
{
    const text_case *c = &entity_cases[_i];
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    const rc_rules *r = project_rules(a);
    rc_doc *d;
    rc_mentions *m = find(a, r, mentioner(a, r), c->text, &d);
    rc_buf out;
    print(&out, d, m);
    rc_buf_add_char(&out, '\0');
    ck_assert_msg(strcmp(out.ptr, c->expected) == 0, "%s\n  gave %s\n  not  %s", c->text, out.ptr,
                  c->expected);
    rc_buf_clear(&out);
    rc_arena_free(a);
}
END_TEST

/* Two or three documents, and the canonical names of all their entities in order. */
static const struct {
    const char *texts[3];
    const char *expected;
} join_cases[] = {
    {{"Xi spoke in Busan.", "Xi Jinping left.", "President Xi stayed."},
     "Xi Jinping, Busan; Xi Jinping; Xi Jinping"},
    {{"Edda Falk spoke. Falk left.", "Ms Falk stayed."}, "Edda Falk; Edda Falk"},
    {{"Edda Falk spoke.", "Jonas Falk spoke.", "Ms Falk stayed."}, "Edda Falk; Jonas Falk; Falk"},
    {{"Lotsen Group plc paid.", "The Lotsen Group paid.", "Lotsen paid."},
     "Lotsen Group; Lotsen Group; Lotsen Group"},
    {{"The Office for Rail Fares (ORF) met.", "ORF met again."},
     "Office for Rail Fares; Office for Rail Fares"},
    {{"Beijing said no.", "The Chinese agreed.", "China waits."}, "China; China; China"},
    {{"The Department of Defence paid.", "The Defense Department paid."},
     "Department of Defense; Department of Defense"},
    {{"Edda Maria Falk spoke.", "Edda Falk left."}, "Edda Maria Falk; Edda Maria Falk"},
    {{"Edda Maria Falk spoke.", "Edda Ruth Falk spoke.", "Edda Falk left."},
     "Edda Maria Falk; Edda Ruth Falk; Edda Falk"},
    {{"Tomás Oberländer sang.", "Tomas Oberlander danced."}, "Tomás Oberländer; Tomás Oberländer"},
};

START_TEST(joins)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    const rc_rules *r = project_rules(a);
    rc_mentioner *x = mentioner(a, r);
    rc_names_input inputs[3];
    size_t count = 0;
    rc_err err = {0};
    const rc_names *n;
    for (; count < 3 && join_cases[_i].texts[count]; count++) {
        rc_doc *d;
        inputs[count].mentions = find(a, r, x, join_cases[_i].texts[count], &d);
        inputs[count].doc = d;
    }
    ck_assert_int_eq(rc_names_join(a, x, inputs, count, &n, &err), RC_OK);
    rc_buf out;
    rc_buf_init(&out, 1 << 16);
    for (size_t d = 0; d < count; d++) {
        for (uint32_t u = n->first_use[d]; u < n->first_use[d + 1]; u++)
            rc_buf_printf(&out, "%s%.*s", u > n->first_use[d] ? ", " : (d ? "; " : ""),
                          RC_STR_ARG(n->bearers[n->ids[u]].name));
    }
    rc_buf_add_char(&out, '\0');
    ck_assert_str_eq(out.ptr, join_cases[_i].expected);
    rc_buf_clear(&out);
    rc_arena_free(a);
}
END_TEST

static const struct {
    const char *a, *b;
    rc_roles_relation relation;
} role_cases[] = {
    {"ceo", "chief executive", RC_ROLES_SAME},
    {"minister", "climate minister", RC_ROLES_KIND},
    {"outspoken climate minister", "climate minister", RC_ROLES_KIND},
    {"chief financial officer", "chief operating officer", RC_ROLES_CLASH},
    {"director", "curator", RC_ROLES_CLASH},
    {"director", "deputy director", RC_ROLES_CLASH},
    {"director of public works", "city engineer", RC_ROLES_CLASH},
    {"director of studies", "director", RC_ROLES_KIND},
    {"chair", "chief executive", RC_ROLES_OTHER},
    {"beekeeper", "director", RC_ROLES_UNKNOWN},
    {"", "director", RC_ROLES_UNKNOWN},
    {"vice president", "president", RC_ROLES_CLASH},
    {"head of purchasing", "chief technology officer", RC_ROLES_CLASH},
    {"head of purchasing", "head of sales", RC_ROLES_CLASH},
    {"head of the agency", "director general", RC_ROLES_KIND},
    {"flight director of the mission", "project manager", RC_ROLES_CLASH},
    {"vice president for operations", "chief executive", RC_ROLES_CLASH},
    {"finance director", "chief financial officer", RC_ROLES_SAME},
    {"director of finance", "chief financial officer", RC_ROLES_KIND},
    {"chairwoman", "managing director", RC_ROLES_CLASH},
    {"engineer", "project manager", RC_ROLES_OTHER},
};

START_TEST(roles)
{
    rc_arena *a = rc_arena_new(RC_DOC_BYTES_MAX);
    rc_diagnostics d = {0};
    const rc_roles *r;
    ck_assert_int_eq(rc_roles_new(a, project_rules(a), &r, &d), RC_OK);
    rc_str x = rc_str_from(role_cases[_i].a), y = rc_str_from(role_cases[_i].b);
    ck_assert_int_eq(rc_roles_compare(r, x, y), role_cases[_i].relation);
    ck_assert_int_eq(rc_roles_compare(r, y, x), role_cases[_i].relation);
    rc_arena_free(a);
}
END_TEST

#define COUNT(cases) (int)(sizeof(cases) / sizeof((cases)[0]))

Suite *suite_mentions_entity(void)
{
    Suite *s = suite_create("mentions/entity");
    TCase *t = tcase_create("names");
    tcase_set_timeout(t, 60);
    tcase_add_loop_test(t, entities, 0, COUNT(entity_cases));
    tcase_add_loop_test(t, joins, 0, COUNT(join_cases));
    tcase_add_loop_test(t, roles, 0, COUNT(role_cases));
    suite_add_tcase(s, t);
    return s;
}
