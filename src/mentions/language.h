/* rc_languages: tells the language of a text by its script and its small words
 * (rules/tables/languages.tsv). At most RC_LANGUAGE_SAMPLE words of a document are looked at. */
#ifndef RC_MENTIONS_LANGUAGE_H
#define RC_MENTIONS_LANGUAGE_H

#include "base/arena.h"
#include "base/err.h"
#include "rules/rules.h"
#include "text/token.h"

enum { RC_LANGUAGE_SAMPLE = 240 };

typedef struct rc_languages rc_languages;

rc_status rc_languages_new(rc_arena *a, const rc_rules *r, rc_languages **ret,
                           rc_diagnostics *diagnostics, rc_err *err);
/* Its code ("de"); the first language of the table where nothing tells another. */
rc_str rc_languages_detect(const rc_languages *l, const rc_text *t);
/* Whether a word is one of the small words of a language. */
bool rc_languages_has(const rc_languages *l, rc_str language, rc_word w);
/* Whether every noun of a language begins with a capital. */
bool rc_languages_capital_nouns(const rc_languages *l, rc_str language);
/* Whether a word ends as the plurals of a language do; one without such endings: false. */
bool rc_languages_is_plural(const rc_languages *l, rc_str language, rc_str word);

#endif
