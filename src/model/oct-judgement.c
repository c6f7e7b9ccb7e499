/* Judgements as values, and the rule that a finished one has a stage and a reason; see the header. */

#include "oct-judgement.h"

#include <glib/gi18n.h>
#include <string.h>

#include "oct-error.h"

static const char *const view_keys[] = { "own", "moderated" };
static const char *const view_texts[] = { N_("own view"), N_("moderated view") };
static const char *const confidence_keys[] = { "", "low", "medium", "high" };
static const char *const confidence_texts[] = { N_("not said"), N_("low"), N_("medium"),
                                                N_("high") };

static int
find_key (const char *const *keys, guint n_keys, const char *key)
{
  for (guint i = 0; i < n_keys; i++)
    if (g_str_equal (keys[i], key))
      return (int) i;

  return -1;
}

/**
 * oct_judgement_new:
 * @cycle_id: the cycle
 * @school_id: (nullable): the school, or %NULL for the trust
 * @element: the element's key
 * @aspect: (nullable): the aspect's key
 * @view: whose view it is
 *
 * Returns: (transfer full): a draft without stage or reason, dated today
 */
OctJudgement *
oct_judgement_new (const char *cycle_id, const char *school_id, const char *element,
                   const char *aspect, OctJudgementView view)
{
  OctJudgement *self = g_new0 (OctJudgement, 1);

  self->cycle_id = g_strdup (cycle_id);
  self->school_id = g_strdup (school_id);
  self->element = g_strdup (element);
  self->aspect = g_strdup (aspect);
  self->view = view;
  self->reason = g_strdup ("");
  self->gives = g_strdup ("");
  self->gains = g_strdup ("");
  self->judged_on = oct_date_today ();

  return self;
}

/**
 * oct_judgement_copy:
 * @judgement: a judgement
 *
 * Returns: (transfer full): another one that says the same
 */
OctJudgement *
oct_judgement_copy (const OctJudgement *judgement)
{
  OctJudgement *self = g_memdup2 (judgement, sizeof *judgement);

  self->id = g_strdup (judgement->id);
  self->cycle_id = g_strdup (judgement->cycle_id);
  self->framework_id = g_strdup (judgement->framework_id);
  self->school_id = g_strdup (judgement->school_id);
  self->element = g_strdup (judgement->element);
  self->aspect = g_strdup (judgement->aspect);
  self->stage = g_strdup (judgement->stage);
  self->reason = g_strdup (judgement->reason);
  self->gives = g_strdup (judgement->gives);
  self->gains = g_strdup (judgement->gains);
  self->assessor_id = g_strdup (judgement->assessor_id);

  return self;
}

/**
 * oct_judgement_free:
 * @judgement: (transfer full): a judgement
 */
void
oct_judgement_free (OctJudgement *judgement)
{
  g_free (judgement->id);
  g_free (judgement->cycle_id);
  g_free (judgement->framework_id);
  g_free (judgement->school_id);
  g_free (judgement->element);
  g_free (judgement->aspect);
  g_free (judgement->stage);
  g_free (judgement->reason);
  g_free (judgement->gives);
  g_free (judgement->gains);
  g_free (judgement->assessor_id);
  g_free (judgement);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * oct_judgement_is_empty:
 * @judgement: a judgement
 *
 * Returns: whether it has neither a stage nor a word
 */
gboolean
oct_judgement_is_empty (const OctJudgement *judgement)
{
  return judgement->stage == NULL && is_blank (judgement->reason) && is_blank (judgement->gives)
         && is_blank (judgement->gains);
}

/**
 * oct_judgement_check:
 * @judgement: a judgement that is to be kept
 * @error: return location for an error
 *
 * Sees to it that a finished judgement has a stage and a reason; a draft may lack both.
 *
 * Returns: whether it may be kept; else %OCT_ERROR_RULE, with what to do
 */
gboolean
oct_judgement_check (const OctJudgement *judgement, GError **error)
{
  if (!judgement->final)
    return TRUE;
  if (oct_judgement_is_empty (judgement))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("Choose a stage and say in a few words why, to judge this."));
      return FALSE;
    }
  if (judgement->stage == NULL)
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("Choose a stage before you finish this judgement. It is kept as a draft."));
      return FALSE;
    }
  if (is_blank (judgement->reason))
    {
      g_set_error (error, OCT_ERROR, OCT_ERROR_RULE,
                   _("Say in a few words why you chose this stage before you finish this "
                     "judgement. It is kept as a draft."));
      return FALSE;
    }

  return TRUE;
}

/**
 * oct_judgement_view_to_key:
 * @view: a view
 *
 * Returns: its name in stores and files
 */
const char *
oct_judgement_view_to_key (OctJudgementView view)
{
  return view_keys[view];
}

/**
 * oct_judgement_view_from_key:
 * @key: a name from a store or a file
 * @view: (out): the view
 *
 * Returns: whether there is such a view
 */
gboolean
oct_judgement_view_from_key (const char *key, OctJudgementView *view)
{
  int found = find_key (view_keys, G_N_ELEMENTS (view_keys), key);

  if (found >= 0)
    *view = (OctJudgementView) found;

  return found >= 0;
}

/**
 * oct_judgement_view_to_text:
 * @view: a view
 *
 * Returns: (transfer none): its name for people
 */
const char *
oct_judgement_view_to_text (OctJudgementView view)
{
  return _(view_texts[view]);
}

/**
 * oct_confidence_to_key:
 * @confidence: a confidence
 *
 * Returns: its name in stores and files, "" where it isn't said
 */
const char *
oct_confidence_to_key (OctConfidence confidence)
{
  return confidence_keys[confidence];
}

/**
 * oct_confidence_from_key:
 * @key: a name from a store or a file
 * @confidence: (out): the confidence
 *
 * Returns: whether there is such a confidence
 */
gboolean
oct_confidence_from_key (const char *key, OctConfidence *confidence)
{
  int found = find_key (confidence_keys, G_N_ELEMENTS (confidence_keys), key);

  if (found >= 0)
    *confidence = (OctConfidence) found;

  return found >= 0;
}

/**
 * oct_confidence_to_text:
 * @confidence: a confidence
 *
 * Returns: (transfer none): its name for people
 */
const char *
oct_confidence_to_text (OctConfidence confidence)
{
  return _(confidence_texts[confidence]);
}
