/* Risks, their readings, and concerns as records; see the header. */

#include "oct-risk.h"

#include <glib/gi18n.h>

#include "oct-record-private.h"

/* A trust may write another category. */
const OctChoice oct_risk_categories[] = {
  { "education", N_("Education") },
  { "safeguarding", N_("Safeguarding") },
  { "people", N_("People") },
  { "finance", N_("Finance") },
  { "estates", N_("Estates") },
  { "governance", N_("Governance") },
  { "technology", N_("Technology and data") },
  { "reputation", N_("Reputation and partnerships") },
  { NULL },
};

static gboolean
check_place (gint64 likelihood, gint64 impact, GError **error)
{
  if (likelihood < 0 || likelihood > 5 || impact < 0 || impact > 5
      || (likelihood == 0) != (impact == 0))
    return oct_record_refuse (error, _("Likelihood and impact are both steps from 1 to 5."));

  return TRUE;
}

static gboolean
check_risk (const OctRecord *record, GError **error)
{
  const OctRisk *risk = (const OctRisk *) record;

  if (oct_text_is_blank (risk->title))
    return oct_record_refuse (error, _("A risk needs a title: what might happen."));
  if (risk->appetite < 0 || risk->appetite > 25)
    return oct_record_refuse (
      error, _("The appetite is a product of likelihood and impact, from 1 to 25."));
  if ((risk->closed_on != OCT_DATE_UNKNOWN) == oct_text_is_blank (risk->closed_why))
    return oct_record_refuse (error, _("Say why the risk is closed."));

  return check_place (risk->gross_likelihood, risk->gross_impact, error)
         && check_place (risk->net_likelihood, risk->net_impact, error)
         && check_place (risk->target_likelihood, risk->target_impact, error);
}

static gboolean
check_reading (const OctRecord *record, GError **error)
{
  const OctRiskReading *reading = (const OctRiskReading *) record;

  return check_place (reading->likelihood, reading->impact, error);
}

static gboolean
check_concern (const OctRecord *record, GError **error)
{
  const OctConcern *concern = (const OctConcern *) record;

  if (concern->school_id == NULL || oct_text_is_blank (concern->summary)
      || concern->raised_on == OCT_DATE_UNKNOWN)
    return oct_record_refuse (
      error, _("A concern needs its school, a summary and the day it was raised."));
  if (concern->rating != OCT_RATING_NONE && oct_text_is_blank (concern->details))
    return oct_record_refuse (error, _("A rating needs details: what you saw that makes it so."));
  if ((concern->rating == OCT_RATING_RED || concern->rating == OCT_RATING_AMBER)
      && oct_text_is_blank (concern->next_steps))
    return oct_record_refuse (error,
                              _("A red or amber rating needs a next step: what is done about it."));
  if ((concern->resolved_on != OCT_DATE_UNKNOWN) == oct_text_is_blank (concern->resolution))
    return oct_record_refuse (error, _("Say how the concern was resolved."));

  return TRUE;
}

static const OctRecordField risk_fields[] = {
  { "school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctRisk, school_id), NULL, "school" },
  { "reference", N_("Reference"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRisk, reference), NULL,
    NULL },
  { "category", N_("Category"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRisk, category), NULL, NULL },
  { "title", N_("Risk"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRisk, title), NULL, NULL },
  { "cause", N_("Cause"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRisk, cause), NULL, NULL },
  { "effect", N_("Effect"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRisk, effect), NULL, NULL },
  { "gross_likelihood", N_("Gross likelihood"), OCT_RECORD_NUMBER,
    G_STRUCT_OFFSET (OctRisk, gross_likelihood), NULL, NULL },
  { "gross_impact", N_("Gross impact"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctRisk, gross_impact),
    NULL, NULL },
  { "net_likelihood", N_("Net likelihood"), OCT_RECORD_NUMBER,
    G_STRUCT_OFFSET (OctRisk, net_likelihood), NULL, NULL },
  { "net_impact", N_("Net impact"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctRisk, net_impact), NULL,
    NULL },
  { "target_likelihood", N_("Target likelihood"), OCT_RECORD_NUMBER,
    G_STRUCT_OFFSET (OctRisk, target_likelihood), NULL, NULL },
  { "target_impact", N_("Target impact"), OCT_RECORD_NUMBER,
    G_STRUCT_OFFSET (OctRisk, target_impact), NULL, NULL },
  { "appetite", N_("Appetite"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctRisk, appetite), NULL,
    NULL },
  { "owner_id", N_("Owner"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctRisk, owner_id), NULL,
    "person" },
  { "controls", N_("Controls"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRisk, controls), NULL, NULL },
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctRisk, objective_id), NULL,
    "objective" },
  { "reviewed_on", N_("Reviewed on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctRisk, reviewed_on), NULL,
    NULL },
  { "closed_on", N_("Closed on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctRisk, closed_on), NULL,
    NULL },
  { "closed_why", N_("Why closed"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRisk, closed_why), NULL,
    NULL },
  { NULL },
};

const OctRecordKind oct_risk_kind = {
  "risk", N_("Risk"), sizeof (OctRisk), risk_fields, "school_id", "reference, id", check_risk,
};

static const OctRecordField risk_reading_fields[] = {
  { "risk_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctRiskReading, risk_id), NULL, "risk" },
  { "read_on", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctRiskReading, on), NULL, NULL },
  { "likelihood", N_("Likelihood"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctRiskReading, likelihood),
    NULL, NULL },
  { "impact", N_("Impact"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctRiskReading, impact), NULL,
    NULL },
  { "note", N_("Note"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRiskReading, note), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_risk_reading_kind = {
  "risk_reading", N_("Reading of a risk"), sizeof (OctRiskReading), risk_reading_fields,
  "risk_id",      "read_on, id",           check_reading,
};

static const OctRecordField concern_fields[] = {
  { "school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctConcern, school_id), NULL, "school" },
  { "raised_on", N_("Raised on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctConcern, raised_on), NULL,
    NULL },
  { "raised_by", N_("Raised by"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctConcern, raised_by), NULL,
    "person" },
  { "summary", N_("Summary"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctConcern, summary), NULL, NULL },
  { "details", N_("Details"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctConcern, details), NULL, NULL },
  { "rating", N_("Rating"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctConcern, rating), oct_ratings,
    NULL },
  { "direction", N_("Direction of travel"), OCT_RECORD_CHOICE,
    G_STRUCT_OFFSET (OctConcern, direction), oct_directions, NULL },
  { "aim", N_("Aim"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctConcern, aim), NULL, NULL },
  { "de_escalation", N_("De-escalation point"), OCT_RECORD_TEXT,
    G_STRUCT_OFFSET (OctConcern, de_escalation), NULL, NULL },
  { "next_steps", N_("Next steps"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctConcern, next_steps), NULL,
    NULL },
  { "next_on", N_("Next look"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctConcern, next_on), NULL,
    NULL },
  { "resolved_on", N_("Resolved on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctConcern, resolved_on),
    NULL, NULL },
  { "resolution", N_("How it was resolved"), OCT_RECORD_TEXT,
    G_STRUCT_OFFSET (OctConcern, resolution), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_concern_kind = {
  "concern",   N_("Concern"),   sizeof (OctConcern), concern_fields,
  "school_id", "raised_on, id", check_concern,
};
