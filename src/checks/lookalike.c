/* Letters of another script in a name: a Cyrillic "а" in "Aker". ICU's spoof checker (Unicode
 * Technical Standard #39) tells which words mix scripts, and which names only look the same. */
#include "checks/equation.h"
#include "mentions/names.h"

#include <unicode/uspoof.h>

#define NAME_BYTES_MAX 256
#define WORD_BYTES_MIN 5 /* four letters, one of two bytes */

static bool is_ascii(rc_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if ((unsigned char)s.ptr[i] >= 0x80)
            return false;
    }
    return true;
}

static void report(rc_checking *c, const rc_name_use *u, rc_str word)
{
    const rc_doc *d = c->names->docs[u->doc];
    rc_finding f = {.rule = RC_STR("name/lookalike"),
                    .severity = RC_WARNING,
                    .confidence = 90,
                    .subject = u->name,
                    .attribute = RC_STR("name"),
                    .message =
                        rc_arena_printf(c->arena, "'%.*s' mixes letters of scripts that look alike",
                                        RC_STR_ARG(word))};
    rc_checking_report(c, &f, d, u->span, u->sentence);
}

/* "Hα", "CuKα": symbols are short, or have capitals inside. */
static bool is_symbol(rc_str word)
{
    for (size_t i = 1; i < word.len; i++) {
        if (word.ptr[i] >= 'A' && word.ptr[i] <= 'Z')
            return true;
    }
    return word.len < WORD_BYTES_MIN;
}

/* Whether a word has letters of several scripts, such as Latin and Cyrillic, and looks like a word
 * of one: its skeleton has Latin letters alone. */
static bool mixes(USpoofChecker *checker, rc_str word)
{
    UErrorCode code = U_ZERO_ERROR;
    char skeleton[2 * NAME_BYTES_MAX];
    if (word.len > NAME_BYTES_MAX || is_ascii(word) || is_symbol(word))
        return false;
    int32_t found = uspoof_checkUTF8(checker, word.ptr, (int32_t)word.len, NULL, &code);
    int32_t length = uspoof_getSkeletonUTF8(checker, 0, word.ptr, (int32_t)word.len, skeleton,
                                            (int32_t)sizeof(skeleton), &code);
    return U_SUCCESS(code) && (found & USPOOF_RESTRICTION_LEVEL) && length > 0 &&
           is_ascii((rc_str){skeleton, (size_t)length});
}

static USpoofChecker *open_checker(void)
{
    UErrorCode code = U_ZERO_ERROR;
    USpoofChecker *checker = uspoof_open(&code);
    if (U_FAILURE(code))
        return NULL;
    uspoof_setChecks(checker, USPOOF_RESTRICTION_LEVEL, &code);
    uspoof_setRestrictionLevel(checker, USPOOF_HIGHLY_RESTRICTIVE);
    if (U_SUCCESS(code))
        return checker;
    uspoof_close(checker);
    return NULL;
}

/* The first word of a name that mixes scripts is reported. */
static void check_name(rc_checking *c, USpoofChecker *checker, const rc_name_use *u)
{
    rc_str rest = u->name, word;
    while (rc_str_split(&rest, ' ', &word)) {
        if (!mixes(checker, word))
            continue;
        report(c, u, word);
        return;
    }
}

rc_status rc_check_lookalike(rc_checking *c, rc_err *err)
{
    (void)err;
    USpoofChecker *checker = c->names ? open_checker() : NULL;
    if (!checker)
        return RC_OK;
    for (size_t i = 0; i < c->names->use_count; i++) {
        const rc_name_use *u = &c->names->uses[i];
        if (!is_ascii(u->name) && u->mentions)
            check_name(c, checker, u);
    }
    uspoof_close(checker);
    return RC_OK;
}
