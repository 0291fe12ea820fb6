#include "cli/options.h"

#include <getopt.h>

#include "value/time.h"

enum { THREADS_MAX = 256 };

const char RC_USAGE[] =
    "Usage: rcheck [check] [OPTION]... PATH...\n"
    "       rcheck extract [OPTION]... PATH...\n"
    "       rcheck explain [RULE]\n"
    "       rcheck why [OPTION]... A B [PATH]...\n"
    "       rcheck rules test [PATH]...\n"
    "\n"
    "Reads the documents under each PATH, extracts figures, dates and names with what\n"
    "is said of them, and reports claims that contradict each other.\n"
    "\n"
    "Commands:\n"
    "  check        report contradictions (this is what happens without a command)\n"
    "  extract      print what was understood: documents, mentions and claims\n"
    "  explain      what a rule finds and how to turn it off; without RULE, the list\n"
    "  why          why two passages, each FILE:LINE[:COLUMN], were not reported\n"
    "               against each other, in a run over their files and each PATH\n"
    "  rules test   run the examples that the rules carry\n"
    "\n"
    "Options:\n"
    "  -f, --format FORMAT      text, ndjson, json, sarif, html, markdown, junit or\n"
    "                           github (extract: text, ndjson or json)\n"
    "  -o, --output FILE        write the report to FILE, all of it or nothing\n"
    "      --date YYYY-MM-DD    publication date of documents that carry none\n"
    "      --fail-on SEVERITY   exit with 1 at error (the default), warning or info\n"
    "                           and above, or never\n"
    "      --min-severity SEVERITY  leave out findings below error, warning or info\n"
    "      --disable RULE       leave out a rule's findings (may be repeated)\n"
    "      --rules DIR          read the rules in DIR too (may be repeated)\n"
    "  -j, --threads N          how many threads read documents (default: one a core)\n"
    "      --color WHEN         auto, always or never; NO_COLOR in the environment\n"
    "                           means never where it is auto\n"
    "  -h, --help               print this and exit\n"
    "  -V, --version            print the version and exit\n"
    "  --                       what follows are paths, whatever they begin with\n"
    "\n"
    "Exit status: 0 when nothing at or above --fail-on was found, 1 when something\n"
    "was, 2 on bad usage, rules or input that could not be read.\n";

enum { /* long options without a letter */
       OPTION_DATE = 256,
       OPTION_FAIL_ON,
       OPTION_MIN_SEVERITY,
       OPTION_DISABLE,
       OPTION_RULES,
       OPTION_COLOR
};

static const struct option LONG[] = {
    {"format", required_argument, NULL, 'f'},
    {"output", required_argument, NULL, 'o'},
    {"date", required_argument, NULL, OPTION_DATE},
    {"fail-on", required_argument, NULL, OPTION_FAIL_ON},
    {"min-severity", required_argument, NULL, OPTION_MIN_SEVERITY},
    {"disable", required_argument, NULL, OPTION_DISABLE},
    {"rules", required_argument, NULL, OPTION_RULES},
    {"threads", required_argument, NULL, 'j'},
    {"color", required_argument, NULL, OPTION_COLOR},
    {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, 'V'},
    {NULL, 0, NULL, 0},
};

static const char *const FORMATS[] = {
#define RC_FORMAT(id, name) name,
#include "cli/formats.def"
#undef RC_FORMAT
};

const char *rc_format_name(rc_format f)
{
    return f < RC_FORMAT_DEFAULT ? FORMATS[f] : "default";
}

static rc_status wrong(rc_err *err, const char *option, const char *given, const char *wanted)
{
    return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "%s takes %s, not '%s'", option, wanted, given);
}

static rc_status set_format(rc_options *o, const char *given, rc_err *err)
{
    for (unsigned i = 0; i < RC_FORMAT_DEFAULT; i++)
        if (strcmp(given, FORMATS[i]) == 0) {
            o->format = (rc_format)i;
            return RC_OK;
        }
    return wrong(err, "--format", given,
                 "text, ndjson, json, sarif, html, markdown, junit or github");
}

static rc_status set_fail_on(rc_options *o, const char *given, rc_err *err)
{
    rc_severity severity;
    if (rc_severity_parse(rc_str_from(given), &severity) == RC_OK)
        o->fail_on = severity;
    else if (strcmp(given, "never") == 0)
        o->fail_on = RC_FAIL_NEVER;
    else
        return wrong(err, "--fail-on", given, "error, warning, info or never");
    return RC_OK;
}

static rc_status set_colour(rc_options *o, const char *given, rc_err *err)
{
    static const char *const WHEN[] = {"auto", "always", "never"};
    for (unsigned i = 0; i < 3; i++)
        if (strcmp(given, WHEN[i]) == 0) {
            o->colour = (rc_colour)i;
            return RC_OK;
        }
    return wrong(err, "--color", given, "auto, always or never");
}

static rc_status set_threads(rc_options *o, const char *given, rc_err *err)
{
    unsigned n = 0;
    for (const char *at = given; *at; at++) {
        if (*at < '0' || *at > '9' || n > THREADS_MAX)
            return wrong(err, "--threads", given, "a number from 1 to 256");
        n = n * 10 + (unsigned)(*at - '0');
    }
    if (n == 0 || n > THREADS_MAX)
        return wrong(err, "--threads", given, "a number from 1 to 256");
    o->threads = n;
    return RC_OK;
}

static bool set_command(rc_options *o, const char *word)
{
    static const struct {
        const char *word;
        rc_command command;
    } COMMANDS[] = {{"check", RC_COMMAND_CHECK},      {"extract", RC_COMMAND_EXTRACT},
                    {"explain", RC_COMMAND_EXPLAIN},  {"why", RC_COMMAND_WHY},
                    {"rules", RC_COMMAND_RULES_TEST}, {"help", RC_COMMAND_HELP}};
    for (size_t i = 0; i < sizeof(COMMANDS) / sizeof(*COMMANDS); i++)
        if (strcmp(word, COMMANDS[i].word) == 0) {
            o->command = COMMANDS[i].command;
            return true;
        }
    return false;
}

static rc_status unknown(int code, char **argv, rc_err *err)
{
    const char *last = argv[optind - 1];
    if (code == ':')
        return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "option '%s' needs a value", last);
    if (optopt > 0 && optopt < 256 && !(last[0] == '-' && last[1] == '-'))
        return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "there is no option '-%c'", optopt);
    return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "there is no option '%s', or it takes no value",
                   last);
}

static rc_status set_option(rc_arena *a, rc_options *o, int code, rc_err *err)
{
    switch (code) {
    case 'f':
        return set_format(o, optarg, err);
    case 'o':
        o->output = optarg;
        return RC_OK;
    case 'j':
        return set_threads(o, optarg, err);
    case 'h':
        o->command = RC_COMMAND_HELP;
        return RC_OK;
    case 'V':
        o->command = RC_COMMAND_VERSION;
        return RC_OK;
    case OPTION_DATE:
        if (rc_day_parse(rc_str_from(optarg), &o->date) == RC_OK)
            return RC_OK;
        return wrong(err, "--date", optarg, "a day as YYYY-MM-DD");
    case OPTION_FAIL_ON:
        return set_fail_on(o, optarg, err);
    case OPTION_MIN_SEVERITY:
        if (rc_severity_parse(rc_str_from(optarg), &o->min_severity) == RC_OK)
            return RC_OK;
        return wrong(err, "--min-severity", optarg, "error, warning or info");
    case OPTION_DISABLE:
        RC_PUSH(a, o->disabled, o->disabled_count, o->disabled_capacity, optarg);
        return RC_OK;
    case OPTION_RULES:
        RC_PUSH(a, o->rules, o->rules_count, o->rules_capacity, optarg);
        return RC_OK;
    case OPTION_COLOR:
        return set_colour(o, optarg, err);
    default:
        return RC_NONE;
    }
}

static rc_status check_operands(rc_options *o, rc_err *err)
{
    switch (o->command) {
    case RC_COMMAND_CHECK:
    case RC_COMMAND_EXTRACT:
        if (o->operand_count == 0)
            return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "name a file or folder to read");
        break;
    case RC_COMMAND_EXPLAIN:
        if (o->operand_count > 1)
            return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "explain takes one rule");
        break;
    case RC_COMMAND_WHY:
        if (o->operand_count < 2)
            return rc_fail(err, RC_EUSAGE, NULL, 0, 0,
                           "why takes two places, each FILE:LINE or FILE:LINE:COLUMN");
        break;
    case RC_COMMAND_RULES_TEST:
        if (o->operand_count == 0 || strcmp(o->operands[0], "test") != 0)
            return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "the command is 'rules test'");
        o->operands++;
        o->operand_count--;
        break;
    case RC_COMMAND_HELP:
    case RC_COMMAND_VERSION:
        o->operand_count = 0;
        break;
    }
    if (o->command == RC_COMMAND_EXTRACT && o->format > RC_FORMAT_JSON &&
        o->format != RC_FORMAT_DEFAULT)
        return rc_fail(err, RC_EUSAGE, NULL, 0, 0, "extract prints text, ndjson or json, not %s",
                       rc_format_name(o->format));
    return RC_OK;
}

rc_status rc_options_parse(rc_arena *a, int argc, char **argv, rc_options *ret, rc_err *err)
{
    rc_options o = {.command = RC_COMMAND_CHECK,
                    .format = RC_FORMAT_DEFAULT,
                    .date = RC_DAY_NONE,
                    .fail_on = RC_ERROR,
                    .min_severity = RC_INFO};
    bool command_open = true;
    opterr = 0;
    optind = 1;
    int code;
    /* '-': operands come in order too, as code 1, so that only what stands before "--" can be a
     * command. */
    while ((code = getopt_long(argc, argv, "-:f:o:j:hV", LONG, NULL)) != -1) {
        if (code == '?' || code == ':')
            return unknown(code, argv, err);
        if (code == 1) {
            if (!command_open || !set_command(&o, optarg))
                RC_PUSH(a, o.operands, o.operand_count, o.operand_capacity, optarg);
            command_open = false;
            continue;
        }
        rc_status status = set_option(a, &o, code, err);
        if (status != RC_OK)
            return status;
        if (o.command == RC_COMMAND_HELP || o.command == RC_COMMAND_VERSION)
            break;
    }
    for (int i = optind; i < argc; i++)
        RC_PUSH(a, o.operands, o.operand_count, o.operand_capacity, argv[i]);
    rc_status status = check_operands(&o, err);
    if (status == RC_OK)
        *ret = o;
    return status;
}
