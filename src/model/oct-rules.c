/* The rules that stand in the tables of a workspace, in words; see the header. */

#include "oct-rules.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct
{
  const char *key;
  const char *text;
} rules[] = {
  { "closed cycle",
    N_("This cycle is closed, so what was judged in it stays as it is. Reopen the cycle to change "
       "it. Nothing was changed.") },
  { "plan still",
    N_("This plan is paused or stopped, so it stays as it is. Resume it to change it. "
       "Nothing was changed.") },
  { "plan incomplete",
    N_("A plan is approved once it has an objective, and each objective has an owner, a due date "
       "and a success criterion. Add what is missing. Nothing was changed.") },
  { "progress kept",
    N_("This objective has recorded progress, so it can’t be deleted. Withdraw it with a reason "
       "instead. Nothing was changed.") },
  { "parent objective", N_("An objective can only serve an objective of the trust’s own plan. "
                           "Nothing was changed.") },
  { "review order",
    N_("A review’s date is after that of the review before it. Choose another date. "
       "Nothing was changed.") },
  { "review unfinished",
    N_("A review is locked once every objective is rated or passed over with a reason. Nothing was "
       "changed.") },
  { "review locked",
    N_("This review was presented and is locked, so it stays as it is. Record what is new in the "
       "next review. Nothing was changed.") },
  { "progress twice", N_("This objective has been rated in this review already, perhaps in another "
                         "window. Nothing was changed.") },
  { "dependency circle",
    N_("These actions would wait for each other. Choose another order. Nothing was changed.") },
};

/**
 * oct_rule_to_text:
 * @message: what the store says
 *
 * Returns: (transfer none) (nullable): the rule that it names, in a sentence
 */
const char *
oct_rule_to_text (const char *message)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strstr (message, rules[i].key) != NULL)
      return _(rules[i].text);

  return NULL;
}
