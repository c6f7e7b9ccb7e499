/* Questions to the risks and concerns in the book of plans; see the header. */

#include "oct-risk-query.h"

#include <glib/gi18n.h>

/**
 * oct_risk_likelihoods:
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the steps, the lowest first
 */
const char *const *
oct_risk_likelihoods (void)
{
  static const char *names[6];

  names[0] = _ ("Rare");
  names[1] = _ ("Unlikely");
  names[2] = _ ("Possible");
  names[3] = _ ("Likely");
  names[4] = _ ("Almost certain");

  return names;
}

/**
 * oct_risk_impacts:
 *
 * Returns: (transfer none) (array zero-terminated=1): names of the steps, the lowest first
 */
const char *const *
oct_risk_impacts (void)
{
  static const char *names[6];

  names[0] = _ ("Minor");
  names[1] = _ ("Moderate");
  names[2] = _ ("Serious");
  names[3] = _ ("Major");
  names[4] = _ ("Severe");

  return names;
}

/**
 * oct_risk_category_to_text:
 * @category: a category's key, or one of the trust's own in words
 *
 * Returns: (transfer none): its name
 */
const char *
oct_risk_category_to_text (const char *category)
{
  int index = oct_choice_from_key (oct_risk_categories, category);

  return index >= 0 ? oct_choice_to_text (oct_risk_categories, index) : category;
}

/**
 * oct_risk_is_open:
 * @risk: a risk
 *
 * Returns: whether it isn't closed
 */
gboolean
oct_risk_is_open (const OctRisk *risk)
{
  return risk->closed_on == OCT_DATE_UNKNOWN;
}

/**
 * oct_risk_get_score:
 * @risk: a risk
 *
 * Returns: likelihood times impact net of its controls, from 1 to 25, as risk registers of trusts
 *   score; 0 where it isn't judged
 */
guint
oct_risk_get_score (const OctRisk *risk)
{
  return (guint) (risk->net_likelihood * risk->net_impact);
}

/**
 * oct_risk_is_above_appetite:
 * @risk: a risk
 *
 * Returns: whether it is open and scores more than the trust accepts, where that is said
 */
gboolean
oct_risk_is_above_appetite (const OctRisk *risk)
{
  return oct_risk_is_open (risk) && risk->appetite > 0
         && (gint64) oct_risk_get_score (risk) > risk->appetite;
}

/**
 * oct_risk_find_before:
 * @book: the book of plans
 * @risk: a risk
 *
 * Returns: (transfer none) (nullable): the latest reading that is otherwise than where it stands now
 */
const OctRiskReading *
oct_risk_find_before (OctPlanBook *book, const OctRisk *risk)
{
  GPtrArray *readings = oct_plan_book_get_children (book, &oct_risk_reading_kind, risk->record.id);

  for (guint i = readings->len; i > 0; i--)
    {
      const OctRiskReading *reading = g_ptr_array_index (readings, i - 1);

      if (reading->likelihood != risk->net_likelihood || reading->impact != risk->net_impact)
        return reading;
    }

  return NULL;
}

/**
 * oct_risk_next_reference:
 * @book: the book of plans
 *
 * Returns: (transfer full): "R" and the number after the highest one
 */
char *
oct_risk_next_reference (OctPlanBook *book)
{
  GPtrArray *risks = oct_plan_book_get_all (book, &oct_risk_kind);
  guint64 highest = 0;

  for (guint i = 0; i < risks->len; i++)
    {
      const char *reference = ((OctRisk *) g_ptr_array_index (risks, i))->reference;

      if (*reference == 'R')
        highest = MAX (highest, g_ascii_strtoull (reference + 1, NULL, 10));
    }

  return g_strdup_printf ("R%" G_GUINT64_FORMAT, highest + 1);
}

/**
 * oct_risk_edit_put:
 * @book: the book of plans
 * @risk: (transfer full): a risk, new or changed
 * @on: the day
 *
 * Returns: (transfer full): the change; where a known risk moved, it keeps where it stood as of the
 *   day it was last looked at
 */
OctRecordChange *
oct_risk_edit_put (OctPlanBook *book, OctRisk *risk, OctDate on)
{
  OctRecordChange *change = oct_record_change_new ();
  const OctRisk *old = oct_plan_book_find (book, &oct_risk_kind, risk->record.id);
  OctRiskReading *reading;

  if (old != NULL && old->net_likelihood > 0
      && (old->net_likelihood != risk->net_likelihood || old->net_impact != risk->net_impact))
    {
      reading = oct_record_change_put (change, oct_record_new (&oct_risk_reading_kind));
      oct_replace (&reading->risk_id, old->record.id);
      reading->on = old->reviewed_on != OCT_DATE_UNKNOWN ? old->reviewed_on : on;
      reading->likelihood = old->net_likelihood;
      reading->impact = old->net_impact;
    }
  risk->reviewed_on = on;
  oct_record_change_put (change, risk);

  return change;
}

/**
 * oct_concern_is_open:
 * @concern: a concern
 *
 * Returns: whether it isn't resolved
 */
gboolean
oct_concern_is_open (const OctConcern *concern)
{
  return concern->resolved_on == OCT_DATE_UNKNOWN;
}
