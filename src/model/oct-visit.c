/* Terms, visits and their points as records; see the header. */

#include "oct-visit.h"

#include <glib/gi18n.h>

#include "oct-record-private.h"

const OctChoice oct_term_kinds[] = {
  { "term", N_("Term") },
  { "holiday", N_("Holiday") },
  { NULL },
};

const OctChoice oct_point_kinds[] = {
  { "agreed", N_("Agreed") },
  { "support", N_("Support given") },
  { "evidence", N_("Evidence") },
  { "progress", N_("Progress") },
  { NULL },
};

static gboolean
check_term (const OctRecord *record, GError **error)
{
  const OctTerm *term = (const OctTerm *) record;

  if (oct_text_is_blank (term->name))
    return oct_record_refuse (error, _("A term needs a name."));
  if (term->starts == OCT_DATE_UNKNOWN || term->ends < term->starts)
    return oct_record_refuse (error,
                              _("A term can’t end before it starts. Move one of the dates."));

  return TRUE;
}

static gboolean
check_visit (const OctRecord *record, GError **error)
{
  const OctVisit *visit = (const OctVisit *) record;

  if (visit->school_id == NULL || visit->on == OCT_DATE_UNKNOWN)
    return oct_record_refuse (error, _("A visit needs its school and its date."));

  return TRUE;
}

static gboolean
check_point (const OctRecord *record, GError **error)
{
  if (oct_text_is_blank (((const OctVisitPoint *) record)->text))
    return oct_record_refuse (error, _("Say what was agreed or seen."));

  return TRUE;
}

static const OctRecordField term_fields[] = {
  { "name", N_("Name"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctTerm, name), NULL, NULL },
  { "term", NULL, OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctTerm, term), oct_term_kinds, NULL },
  { "starts", N_("Starts"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctTerm, starts), NULL, NULL },
  { "ends", N_("Ends"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctTerm, ends), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_term_kind = {
  "term", N_("Term"), sizeof (OctTerm), term_fields, NULL, "starts, id", check_term,
};

static const OctRecordField visit_fields[] = {
  { "school_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctVisit, school_id), NULL, "school" },
  { "visited_on", N_("Date"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctVisit, on), NULL, NULL },
  { "visitor_id", N_("Visitor"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctVisit, visitor_id), NULL,
    "person" },
  { "people", N_("Who was met"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctVisit, people), NULL, NULL },
  { "focus", N_("Focus"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctVisit, focus), NULL, NULL },
  { "seen", N_("What was seen"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctVisit, seen), NULL, NULL },
  { "next_on", N_("Next visit"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctVisit, next_on), NULL, NULL },
  { "next_focus", N_("Focus of the next visit"), OCT_RECORD_TEXT,
    G_STRUCT_OFFSET (OctVisit, next_focus), NULL, NULL },
  { "days", N_("Days"), OCT_RECORD_DECIMAL, G_STRUCT_OFFSET (OctVisit, days), NULL, NULL },
  { "finished", N_("Finished"), OCT_RECORD_FLAG, G_STRUCT_OFFSET (OctVisit, finished), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_visit_kind = {
  "visit", N_("Visit"), sizeof (OctVisit), visit_fields, "school_id", "visited_on, id", check_visit,
};

static const OctRecordField visit_point_fields[] = {
  { "visit_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctVisitPoint, visit_id), NULL, "visit" },
  { "rank", NULL, OCT_RECORD_KEY, G_STRUCT_OFFSET (OctVisitPoint, rank), NULL, NULL },
  { "point", NULL, OCT_RECORD_CHOICE, G_STRUCT_OFFSET (OctVisitPoint, point), oct_point_kinds,
    NULL },
  { "text", N_("Point"), OCT_RECORD_TEXT, G_STRUCT_OFFSET (OctVisitPoint, text), NULL, NULL },
  { "owner_id", N_("Owner"), OCT_RECORD_PERSON, G_STRUCT_OFFSET (OctVisitPoint, owner_id), NULL,
    "person" },
  { "due", N_("Due"), OCT_RECORD_DATE, G_STRUCT_OFFSET (OctVisitPoint, due), NULL, NULL },
  { "objective_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctVisitPoint, objective_id), NULL,
    "objective" },
  { "action_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctVisitPoint, action_id), NULL, "action" },
  { "made_id", NULL, OCT_RECORD_REF, G_STRUCT_OFFSET (OctVisitPoint, made_id), NULL, NULL },
  { "passed", NULL, OCT_RECORD_FLAG, G_STRUCT_OFFSET (OctVisitPoint, passed), NULL, NULL },
  { NULL },
};

const OctRecordKind oct_visit_point_kind = {
  "visit_point",
  N_("Point of a visit"),
  sizeof (OctVisitPoint),
  visit_point_fields,
  "visit_id",
  "rank, id",
  check_point,
};
