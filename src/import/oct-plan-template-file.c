/* Reads templates of plans, with the same strictness as frameworks; see the header. */

#include "oct-plan-template-file.h"

#include <glib/gi18n.h>

#include "oct-error.h"
#include "oct-json.h"
#include "oct-plan-edits.h"
#include "oct-plans-resource.h"

#define FOLDER "/io/github/octantapp/Octant/plans/templates/"
/* The last month that a plan of three years has. */
#define MAX_MONTH 35

static const char *const built_in[] = {
  "early-reading", "attendance", "mathematics-mastery", "inclusion", "behaviour", "leadership",
};

static const char *const plan_members[] = { "kind",    "format", "key",        "title", "years",
                                            "purpose", "need",   "objectives", NULL };
static const char *const objective_members[] = { "reference", "area",     "element", "lever",
                                                 "strand",    "phase",    "due",     "statement",
                                                 "rationale", "criteria", "actions", "milestones",
                                                 NULL };
static const char *const criterion_members[] = { "measure", "unit", "better", "target", NULL };
static const char *const action_members[] = { "text", "starts", "due", "development", NULL };
static const char *const milestone_members[] = { "title", "due", "expected", NULL };

/* --- days --- */

/* @month: from the plan's first September. */
static OctDate
month_begins (int month)
{
  int index = month + 8;

  return oct_date_new (OCT_PLAN_TEMPLATE_STARTS + index / 12, index % 12 + 1, 1);
}

static OctDate
month_ends (int month)
{
  int index = month + 8;
  int year = OCT_PLAN_TEMPLATE_STARTS + index / 12;

  return oct_date_new (year, index % 12 + 1,
                       g_date_get_days_in_month ((GDateMonth) (index % 12 + 1), (GDateYear) year));
}

static gboolean
take_day (JsonObject *object, const char *where, const char *member, gboolean begins, OctDate *day,
          GError **error)
{
  int month = 0;

  if (!oct_json_take_number (object, where, member, 0, MAX_MONTH, &month, error))
    return FALSE;
  *day = begins ? month_begins (month) : month_ends (month);

  return TRUE;
}

/* --- records --- */

static gboolean
take_field (gpointer record, JsonObject *object, const char *where, const char *member,
            gboolean required, GError **error)
{
  const OctRecordField *field = oct_record_kind_find_field (((OctRecord *) record)->kind, member);
  g_autofree char *text = NULL;

  if (!oct_json_take_text (object, where, member, required, &text, error))
    return FALSE;

  return text == NULL || oct_record_from_key (record, field, text, error);
}

/* Texts of a record by the names of its fields; the first is required. */
static gboolean
take_fields (gpointer record, JsonObject *object, const char *where, const char *const *members,
             GError **error)
{
  for (guint i = 0; members[i] != NULL; i++)
    if (!take_field (record, object, where, members[i], i == 0, error))
      return FALSE;

  return TRUE;
}

/* One more of a kind, after those that are there. */
static gpointer
add (OctRecordChange *change, const OctRecordKind *kind, const char *parent_id, GPtrArray *siblings)
{
  gpointer record = oct_record_change_put (change, oct_record_new (kind));
  g_autofree char *rank = oct_plan_rank_at (siblings, siblings->len);

  oct_record_set_text (record, oct_record_kind_find_field (kind, "rank"), rank);
  oct_record_set_text (record, oct_record_kind_find_field (kind, kind->parent), parent_id);
  g_ptr_array_add (siblings, record);

  return record;
}

static gboolean
read_criterion (gpointer record, JsonObject *object, const char *where, GError **error)
{
  static const char *const texts[] = { "measure", "unit", "better", NULL };
  OctCriterion *criterion = record;
  int target = 0;

  if (!oct_json_check_members (object, where, criterion_members, error)
      || !take_fields (criterion, object, where, texts, error))
    return FALSE;
  if (!json_object_has_member (object, "target"))
    return TRUE;
  if (!oct_json_take_number (object, where, "target", 0, 100000, &target, error))
    return FALSE;
  criterion->target = target;

  return TRUE;
}

static gboolean
read_action (gpointer record, JsonObject *object, const char *where, GError **error)
{
  OctAction *action = record;

  return oct_json_check_members (object, where, action_members, error)
         && take_field (action, object, where, "text", TRUE, error)
         && take_day (object, where, "starts", TRUE, &action->starts, error)
         && take_day (object, where, "due", FALSE, &action->due, error)
         && oct_json_take_flag (object, where, "development", &action->development, error);
}

static gboolean
read_milestone (gpointer record, JsonObject *object, const char *where, GError **error)
{
  static const char *const texts[] = { "title", "expected", NULL };
  OctMilestone *milestone = record;

  return oct_json_check_members (object, where, milestone_members, error)
         && take_fields (milestone, object, where, texts, error)
         && take_day (object, where, "due", FALSE, &milestone->due, error);
}

typedef gboolean (*ReadFunc) (gpointer record, JsonObject *object, const char *where,
                              GError **error);

static gboolean
read_children (OctRecordChange *change, const OctRecordKind *kind, ReadFunc read,
               const OctObjective *objective, JsonObject *object, const char *member,
               GError **error)
{
  g_autofree char *where = g_strdup_printf ("%s %s, %s", _("Objective"), objective->reference,
                                            member);
  g_autoptr (GPtrArray) siblings = g_ptr_array_new ();
  JsonArray *list;

  if (!oct_json_take_list (object, where, member, TRUE, &list, error))
    return FALSE;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = oct_json_get_entry (list, where, i, error);
      gpointer record;

      if (entry == NULL)
        return FALSE;
      record = add (change, kind, objective->record.id, siblings);
      if (!read (record, entry, where, error) || !oct_record_check (record, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_objective (OctRecordChange *change, OctObjective *objective, JsonObject *object,
                GError **error)
{
  static const char *const texts[] = { "statement", "reference", "area",  "rationale", "element",
                                       "lever",     "strand",    "phase", NULL };
  const char *where = _("Objective");

  if (!oct_json_check_members (object, where, objective_members, error)
      || !take_fields (objective, object, where, texts, error)
      || !take_day (object, where, "due", FALSE, &objective->due, error)
      || !oct_record_check (objective, error))
    return FALSE;

  return read_children (change, &oct_criterion_kind, read_criterion, objective, object, "criteria",
                        error)
         && read_children (change, &oct_action_kind, read_action, objective, object, "actions",
                           error)
         && read_children (change, &oct_milestone_kind, read_milestone, objective, object,
                           "milestones", error);
}

static gboolean
read_plan (OctPlan *plan, JsonObject *object, char **purpose, GError **error)
{
  static const char *const texts[] = { "title", "need", NULL };
  const char *where = _("Template");
  int years = 1;

  if (!oct_json_check_members (object, where, plan_members, error)
      || !take_fields (plan, object, where, texts, error)
      || !oct_json_take_text (object, where, "purpose", TRUE, purpose, error)
      || !oct_json_take_number (object, where, "years", 1, 3, &years, error))
    return FALSE;
  plan->starts = OCT_PLAN_TEMPLATE_STARTS;
  plan->ends = OCT_PLAN_TEMPLATE_STARTS + years - 1;
  plan->template = TRUE;

  return TRUE;
}

/**
 * oct_plan_template_parse:
 * @bytes: a file
 * @change: where its records go
 * @purpose: (out) (transfer full): for whom it is
 * @error: return location for an error
 *
 * Reads a template.
 *
 * Returns: (transfer none) (nullable): its plan; %NULL with an error that says where in the file it is
 */
const OctPlan *
oct_plan_template_parse (GBytes *bytes, OctRecordChange *change, char **purpose, GError **error)
{
  g_autoptr (JsonNode) root = oct_json_parse (bytes, OCT_PLAN_TEMPLATE_MAX_BYTES, error);
  g_autoptr (GPtrArray) siblings = g_ptr_array_new ();
  g_autofree char *taken = NULL;
  JsonObject *object;
  JsonArray *list;
  OctPlan *plan;

  if (root == NULL
      || !oct_json_check_kind (root, "octant-plan-template", OCT_PLAN_TEMPLATE_FORMAT, error))
    return NULL;
  object = json_node_get_object (root);
  plan = oct_record_change_put (change, oct_record_new (&oct_plan_kind));
  if (!read_plan (plan, object, &taken, error)
      || !oct_json_take_list (object, _("Template"), "objectives", TRUE, &list, error))
    return NULL;
  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *entry = oct_json_get_entry (list, _("Objectives"), i, error);

      if (entry == NULL
          || !read_objective (change, add (change, &oct_objective_kind, plan->record.id, siblings),
                              entry, error))
        return NULL;
    }
  *purpose = g_steal_pointer (&taken);

  return plan;
}

/* --- those that come with the program --- */

/**
 * oct_plan_templates_free:
 * @templates: (transfer full) (nullable): templates
 */
void
oct_plan_templates_free (OctPlanTemplates *templates)
{
  if (templates == NULL)
    return;
  g_clear_object (&templates->book);
  g_ptr_array_unref (templates->plans);
  g_ptr_array_unref (templates->purposes);
  g_free (templates);
}

static const OctPlan *
read_built_in (const char *key, OctRecordChange *change, char **purpose, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, key, ".json", NULL);
  g_autoptr (GBytes) bytes = NULL;

  g_resources_register (oct_plans_get_resource ());
  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? oct_plan_template_parse (bytes, change, purpose, error) : NULL;
}

/**
 * oct_plan_templates_load_built_in:
 * @error: return location for an error
 *
 * Reads the templates that come with the program.
 *
 * Returns: (transfer full) (nullable): the templates; %NULL with an error where one can't be read
 */
OctPlanTemplates *
oct_plan_templates_load_built_in (GError **error)
{
  g_autoptr (OctPlanTemplates) templates = g_new0 (OctPlanTemplates, 1);
  g_autoptr (OctRecordChange) change = oct_record_change_new ();
  g_autoptr (OctPlanBook) empty = oct_plan_book_new_empty ();

  templates->plans = g_ptr_array_new_with_free_func (oct_record_unref);
  templates->purposes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (built_in); i++)
    {
      char *purpose = NULL;
      const OctPlan *plan = read_built_in (built_in[i], change, &purpose, error);

      if (plan == NULL)
        {
          g_prefix_error (error, "%s.json: ", built_in[i]);
          return NULL;
        }
      g_ptr_array_add (templates->plans, oct_record_ref ((gpointer) plan));
      g_ptr_array_add (templates->purposes, purpose);
    }
  templates->book = oct_plan_book_apply (empty, change);

  return g_steal_pointer (&templates);
}
