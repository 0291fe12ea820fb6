#include "text/token.h"

void rc_text_tag(rc_text *t, const rc_lexicon *l)
{
    (void)l;
    for (size_t i = 0; i < t->token_count; i++)
        t->tokens[i].pos = t->tokens[i].kind == RC_TOKEN_NUMBER ? RC_POS_NUMBER : RC_POS_OTHER;
}
