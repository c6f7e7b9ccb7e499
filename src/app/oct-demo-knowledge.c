/* What the demonstration's trust knows beside its plans: practices and who uses them, support given,
 * risks, concerns and visits; see oct-demo-plans.c.
 */
#include <glib/gi18n.h>

#include "oct-demo-private.h"
#include "oct-plan-book.h"
#include "oct-workspace-records.h"

static gboolean
commit (OctDemo *demo, OctRecordChange *change, const char *sentence, const char *location,
        OctDate day, GError **error)
{
  const OctEditInfo info = { .person_id = oct_demo_get_person (demo, "education"),
                             .sentence = sentence,
                             .location = location,
                             .at = oct_demo_next_time (demo, day) };

  return oct_workspace_change_records (demo->workspace, &info, change, error);
}

static void
add_uses (OctDemo *demo, OctRecordChange *change, JsonObject *entry, const OctPractice *practice)
{
  JsonArray *uses = oct_demo_get_list (entry, "uses");

  for (guint i = 0; i < oct_demo_count (uses); i++)
    {
      OctPracticeUse *use = oct_demo_add (demo, change, &oct_practice_use_kind,
                                          json_array_get_object_element (uses, i));

      oct_replace (&use->practice_id, practice->record.id);
    }
}

static void
add_practices (OctDemo *demo, OctRecordChange *change)
{
  JsonArray *list = oct_demo_get_list (demo->plans, "practices");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      OctPractice *practice = oct_demo_add (demo, change, &oct_practice_kind, entry);

      practice->version = 1;
      practice->versioned_on = demo->day;
      g_hash_table_insert (demo->record_ids, g_strdup (practice->title),
                           g_strdup (practice->record.id));
      add_uses (demo, change, entry, practice);
    }
}

static void
add_rechecks (OctRecordChange *change, JsonObject *entry, const OctSupport *support)
{
  JsonArray *list = oct_demo_get_list (entry, "rechecks");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *object = json_array_get_object_element (list, i);
      OctRecheck *recheck = oct_record_change_put (change, oct_record_new (&oct_recheck_kind));
      const char *outcome = oct_demo_get_text (object, "outcome");

      oct_replace (&recheck->support_id, support->record.id);
      recheck->terms = json_object_get_int_member_with_default (object, "terms", 1);
      recheck->due = oct_demo_get_date (object, "due");
      recheck->done_on = oct_demo_get_date (object, "done");
      if (outcome != NULL)
        recheck->outcome = (OctOutcome) oct_choice_from_key (oct_outcomes, outcome);
      if (oct_demo_get_text (object, "note") != NULL)
        oct_replace (&recheck->note, oct_demo_get_text (object, "note"));
    }
}

static void
add_support (OctDemo *demo, OctRecordChange *change)
{
  JsonArray *list = oct_demo_get_list (demo->plans, "support");
  JsonArray *capacity = oct_demo_get_list (demo->plans, "capacity");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      OctSupport *support = oct_demo_add (demo, change, &oct_support_kind, entry);
      const char *practice = oct_demo_get_text (entry, "practice");

      support->needed_on = oct_demo_get_date (entry, "needed");
      if (practice != NULL)
        oct_replace (&support->practice_id, g_hash_table_lookup (demo->record_ids, practice));
      add_rechecks (change, entry, support);
    }
  for (guint i = 0; i < oct_demo_count (capacity); i++)
    oct_demo_add (demo, change, &oct_capacity_kind, json_array_get_object_element (capacity, i));
}

static void
set_place (JsonObject *entry, const char *member, gint64 *likelihood, gint64 *impact)
{
  JsonArray *pair = oct_demo_get_list (entry, member);

  *likelihood = json_array_get_int_element (pair, 0);
  *impact = json_array_get_int_element (pair, 1);
}

static void
add_readings (OctRecordChange *change, JsonObject *entry, const OctRisk *risk)
{
  JsonArray *list = oct_demo_get_list (entry, "readings");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonArray *row = json_array_get_array_element (list, i);
      OctRiskReading *reading = oct_record_change_put (change,
                                                       oct_record_new (&oct_risk_reading_kind));

      oct_replace (&reading->risk_id, risk->record.id);
      oct_date_parse (json_array_get_string_element (row, 0), -1, &reading->on);
      reading->likelihood = json_array_get_int_element (row, 1);
      reading->impact = json_array_get_int_element (row, 2);
    }
}

static void
add_risks (OctDemo *demo, OctRecordChange *change)
{
  JsonArray *list = oct_demo_get_list (demo->plans, "risks");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      OctRisk *risk = oct_demo_add (demo, change, &oct_risk_kind, entry);

      set_place (entry, "gross", &risk->gross_likelihood, &risk->gross_impact);
      set_place (entry, "net", &risk->net_likelihood, &risk->net_impact);
      set_place (entry, "target", &risk->target_likelihood, &risk->target_impact);
      risk->reviewed_on = oct_demo_get_date (demo->plans, "reviewed");
      add_readings (change, entry, risk);
    }
}

static void
add_concerns (OctDemo *demo, OctRecordChange *change)
{
  JsonArray *list = oct_demo_get_list (demo->plans, "concerns");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      OctConcern *concern = oct_demo_add (demo, change, &oct_concern_kind, entry);

      concern->raised_on = oct_demo_get_date (entry, "raised");
      concern->next_on = oct_demo_get_date (entry, "next");
      concern->resolved_on = oct_demo_get_date (entry, "resolved");
    }
}

static void
add_points (OctDemo *demo, OctRecordChange *change, JsonObject *entry, const OctVisit *visit)
{
  JsonArray *list = oct_demo_get_list (entry, "points");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      OctVisitPoint *point = oct_demo_add (demo, change, &oct_visit_point_kind,
                                           json_array_get_object_element (list, i));
      const char rank[] = { (char) ('b' + i), '\0' };

      oct_replace (&point->visit_id, visit->record.id);
      oct_replace (&point->rank, rank);
    }
}

static void
add_visits (OctDemo *demo, OctRecordChange *change)
{
  JsonArray *list = oct_demo_get_list (demo->plans, "visits");

  for (guint i = 0; i < oct_demo_count (list); i++)
    {
      JsonObject *entry = json_array_get_object_element (list, i);
      OctVisit *visit = oct_demo_add (demo, change, &oct_visit_kind, entry);

      visit->on = oct_demo_get_date (entry, "on");
      visit->next_on = oct_demo_get_date (entry, "next");
      add_points (demo, change, entry, visit);
    }
}

typedef void (*AddFunc) (OctDemo *demo, OctRecordChange *change);

/*
 * oct_demo_put_knowledge:
 * @demo: a workspace on its way, with its plans
 * @error: return location for an error
 *
 * Returns: whether practices, support, risks, concerns and visits are kept
 */
gboolean
oct_demo_put_knowledge (OctDemo *demo, GError **error)
{
  static const struct
  {
    AddFunc add;
    const char *sentence;
    const char *location;
  } parts[] = {
    { add_practices, N_("Wrote down practices"), "practices" },
    { add_support, N_("Entered the support that was given"), "support" },
    { add_risks, N_("Reviewed the risk register"), "risks" },
    { add_concerns, N_("Reviewed the concerns"), "concerns" },
    { add_visits, N_("Wrote up visits"), "visits" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (OctRecordChange) change = oct_record_change_new ();

      parts[i].add (demo, change);
      if (!commit (demo, change, _(parts[i].sentence), parts[i].location,
                   oct_demo_get_date (demo->plans, "written"), error))
        return FALSE;
    }

  return TRUE;
}
