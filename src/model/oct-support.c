/* Support, capacity and re-checks as records; see the header. */

#include "oct-support.h"

#include <glib/gi18n.h>
#include <math.h>

#include "oct-record-private.h"

const OctChoice oct_givers[] = {
  { "school", N_("School") },
  { "centre", N_("Central team") },
  { "outside", N_("Outside body") },
  { NULL },
};

const OctChoice oct_outcomes[] = {
  { "", "" }, { "held", N_("Held") }, { "partly", N_("Partly held") }, { "slipped", N_("Slipped") },
  { NULL },
};

static gboolean
check_giver (OctGiver giver, const char *school_id, const char *name, GError **error)
{
  if ((giver == OCT_GIVER_SCHOOL) != (school_id != NULL))
    return oct_record_refuse (error, _("Choose the school that gives it."));
  if (giver == OCT_GIVER_OUTSIDE && oct_text_is_blank (name))
    return oct_record_refuse (error, _("Say who gives it."));

  return TRUE;
}

static gboolean
check_days (double days, GError **error)
{
  if (!isnan (days) && (days < 0 || days > 10000))
    return oct_record_refuse (error, _("Days are a number from 0 to 10,000."));

  return TRUE;
}

static gboolean
check_support (const OctRecord *record, GError **error)
{
  const OctSupport *support = (const OctSupport *) record;

  if (support->school_id == NULL)
    return oct_record_refuse (error, _("Choose the school that receives the support."));
  if (oct_text_is_blank (support->support))
    return oct_record_refuse (error, _("Say what kind of support it is."));
  if (g_strcmp0 (support->giver_school_id, support->school_id) == 0)
    return oct_record_refuse (error, _("A school can’t give support to itself."));
  if (support->starts != OCT_DATE_UNKNOWN && support->ends != OCT_DATE_UNKNOWN
      && support->ends < support->starts)
    return oct_record_refuse (error,
                              _("Support can’t end before it starts. Move one of the dates."));

  return check_giver (support->giver, support->giver_school_id, support->giver_name, error)
         && check_days (support->planned, error) && check_days (support->spent, error);
}

static gboolean
check_capacity (const OctRecord *record, GError **error)
{
  const OctCapacity *capacity = (const OctCapacity *) record;

  if (capacity->starts == OCT_DATE_UNKNOWN || capacity->ends < capacity->starts)
    return oct_record_refuse (error, _("Choose the term that the days are of."));

  return check_giver (capacity->giver, capacity->giver_school_id, capacity->giver_name, error)
         && check_days (capacity->days, error);
}

static gboolean
check_recheck (const OctRecord *record, GError **error)
{
  const OctRecheck *recheck = (const OctRecheck *) record;

  if ((recheck->done_on != OCT_DATE_UNKNOWN) != (recheck->outcome != OCT_OUTCOME_NONE))
    return oct_record_refuse (error, _("A re-check that was done has a date and an outcome."));

  return TRUE;
}

static const OctRecordField support_fields[] = {
  { "giver", N_("Giver"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctSupport, giver), oct_givers,
    NULL },
  { "giver_school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctSupport, giver_school_id), NULL,
    "school" },
  { "giver_name", N_("Given by"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctSupport, giver_name), NULL,
    NULL },
  { "school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctSupport, school_id), NULL, "school" },
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctSupport, objective_id), NULL,
    "objective" },
  { "practice_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctSupport, practice_id), NULL,
    "practice" },
  { "support", N_("Support"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctSupport, support), NULL, NULL },
  { "needed_on", N_("Needed since"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctSupport, needed_on), NULL,
    NULL },
  { "starts", N_("Starts"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctSupport, starts), NULL, NULL },
  { "ends", N_("Ends"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctSupport, ends), NULL, NULL },
  { "planned", N_("Days planned"), OCT_RECORD_DECIMAL, G_STRUCT_OFFSET (OctSupport, planned), NULL,
    NULL },
  { "spent", N_("Days spent"), OCT_RECORD_DECIMAL, G_STRUCT_OFFSET (OctSupport, spent), NULL,
    NULL },
  { "learnt", N_("What was learnt"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctSupport, learnt), NULL,
    NULL },
  { "changed_practice_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctSupport, changed_practice_id),
    NULL, "practice_version" },
  { NULL },
};

const OctRecordKind oct_support_kind = {
  "support",   N_("Support"), sizeof (OctSupport), support_fields,
  "school_id", "starts, id",  check_support,
};

static const OctRecordField capacity_fields[] = {
  { "giver", N_("Giver"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctCapacity, giver), oct_givers,
    NULL },
  { "giver_school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctCapacity, giver_school_id), NULL,
    "school" },
  { "giver_name", N_("Given by"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctCapacity, giver_name), NULL,
    NULL },
  { "starts", N_("Starts"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctCapacity, starts), NULL, NULL },
  { "ends", N_("Ends"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctCapacity, ends), NULL, NULL },
  { "days", N_("Days"), OCT_RECORD_DECIMAL, G_STRUCT_OFFSET (OctCapacity, days), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_capacity_kind = {
  "capacity",        N_("Capacity"), sizeof (OctCapacity), capacity_fields,
  "giver_school_id", "starts, id",   check_capacity,
};

static const OctRecordField recheck_fields[] = {
  { "support_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctRecheck, support_id), NULL, "support" },
  { "terms", N_("Terms after"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctRecheck, terms), NULL,
    NULL },
  { "due", N_("Due"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctRecheck, due), NULL, NULL },
  { "done_on", N_("Done on"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctRecheck, done_on), NULL, NULL },
  { "outcome", N_("Outcome"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctRecheck, outcome),
    oct_outcomes, NULL },
  { "note", N_("Note"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctRecheck, note), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_recheck_kind = {
  "recheck",    N_("Re-check"), sizeof (OctRecheck), recheck_fields,
  "support_id", "due, id",      check_recheck,
};
