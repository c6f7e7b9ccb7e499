/* Practices, their versions and uses as records; see the header. */

#include "oct-practice.h"

#include <glib/gi18n.h>

#include "oct-record-private.h"

const OctChoice oct_strengths[] = {
  { "", "" },
  { "limited", N_("Limited") },
  { "moderate", N_("Moderate") },
  { "extensive", N_("Extensive") },
  { NULL },
};

static gboolean
check_practice (const OctRecord *record, GError **error)
{
  if (oct_text_is_blank (((const OctPractice *) record)->title))
    return oct_record_refuse (error, _("A practice needs a title."));

  return TRUE;
}

static gboolean
check_use (const OctRecord *record, GError **error)
{
  const OctPracticeUse *use = (const OctPracticeUse *) record;

  if (use->school_id == NULL || use->phase == OCT_PHASE_OF_CHANGE_NONE)
    return oct_record_refuse (error, _("Choose the school that does it, and how far it has come."));

  return TRUE;
}

static const OctRecordField practice_fields[] = {
  { "title", N_("Title"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, title), NULL, NULL },
  { "version", N_("Version"), OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctPractice, version), NULL,
    NULL },
  { "versioned_on", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctPractice, versioned_on), NULL,
    NULL },
  { "element", N_("Element"), OCT_RECORD_KEY, G_STRUCT_OFFSET (OctPractice, element), NULL, NULL },
  { "what", N_("What"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, what), NULL, NULL },
  { "whom", N_("For whom"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, whom), NULL, NULL },
  { "ingredients", N_("Active ingredients"), OCT_RECORD_TEXT,
    G_STRUCT_OFFSET (OctPractice, ingredients), NULL, NULL },
  { "research", N_("Research"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, research), NULL,
    NULL },
  { "strength", N_("Strength of evidence"), OCT_RECORD_CHOICE,
    G_STRUCT_OFFSET (OctPractice, strength), oct_strengths, NULL },
  { "explore", N_("Explore"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, explore), NULL, NULL },
  { "prepare", N_("Prepare"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, prepare), NULL, NULL },
  { "deliver", N_("Deliver"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, deliver), NULL, NULL },
  { "sustain", N_("Sustain"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, sustain), NULL, NULL },
  { "cost", N_("Cost"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, cost), NULL, NULL },
  { "contact_id", N_("Contact"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctPractice, contact_id), NULL,
    "person" },
  { "source", N_("Taken over from"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, source), NULL,
    NULL },
  { "from_objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPractice, from_objective_id),
    NULL, "objective" },
  { "changed", N_("What is new"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPractice, changed), NULL,
    NULL },
  { "retired", N_("Retired"), OCT_RECORD_FLAG, G_STRUCT_OFFSET (OctPractice, retired), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_practice_kind = {
  "practice", N_("Practice"), sizeof (OctPractice), practice_fields,
  NULL,       "title, id",    check_practice,
};

static const OctRecordField practice_version_fields[] = {
  { "practice_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPracticeVersion, practice_id), NULL,
    "practice" },
  { "version", NULL, OCT_RECORD_NUMBER, G_STRUCT_OFFSET (OctPracticeVersion, version), NULL, NULL },
  { "versioned_on", NULL, OCT_RECORD_DATE, G_STRUCT_OFFSET (OctPracticeVersion, versioned_on), NULL,
    NULL },
  { "title", NULL, OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPracticeVersion, title), NULL, NULL },
  { "text", NULL, OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPracticeVersion, text), NULL, NULL },
  { "changed", NULL, OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPracticeVersion, changed), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_practice_version_kind = {
  "practice_version",
  N_("Version of a practice"),
  sizeof (OctPracticeVersion),
  practice_version_fields,
  "practice_id",
  "version, id",
  NULL,
};

static const OctRecordField practice_use_fields[] = {
  { "practice_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPracticeUse, practice_id), NULL,
    "practice" },
  { "school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPracticeUse, school_id), NULL,
    "school" },
  { "phase", N_("Phase"), OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctPracticeUse, phase),
    oct_phases_of_change, NULL },
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctPracticeUse, objective_id), NULL,
    "objective" },
  { "since", N_("Since"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctPracticeUse, since), NULL, NULL },
  { "outcome", N_("What came of it"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctPracticeUse, outcome),
    NULL, NULL },
  { NULL },
};

const OctRecordKind oct_practice_use_kind = {
  "practice_use",      N_("Use of a practice"), sizeof (OctPracticeUse),
  practice_use_fields, "practice_id",           "id",
  check_use,
};
