/* What the panel of a plan offers to choose from. */

#include <glib/gi18n.h>

#include "oct-plan-panel-parts.h"

typedef struct
{
  GPtrArray *keys;
  GPtrArray *texts;
} Options;

static void
options_add (Options *options, const char *key, const char *text)
{
  for (guint i = 0; i < options->keys->len; i++)
    if (g_str_equal (g_ptr_array_index (options->keys, i), key))
      return;
  g_ptr_array_add (options->keys, g_strdup (key));
  g_ptr_array_add (options->texts, g_strdup (text));
}

static void
options_begin (Options *options, const char *none)
{
  options->keys = g_ptr_array_new_with_free_func (g_free);
  options->texts = g_ptr_array_new_with_free_func (g_free);
  options_add (options, "", none);
}

static void
options_end (Options *options, OctRecordForm *form, const char *field)
{
  g_ptr_array_add (options->keys, NULL);
  g_ptr_array_add (options->texts, NULL);
  oct_record_form_set_options (form, field, (const char *const *) options->keys->pdata,
                               (const char *const *) options->texts->pdata);
  g_ptr_array_unref (options->keys);
  g_ptr_array_unref (options->texts);
}

static void
add_areas (Options *options, const char *set, const OctChoice *areas)
{
  for (guint i = 0; areas[i].key != NULL; i++)
    {
      /* Translators: whose area it is, and its name: "Ofsted: Inclusion". */
      g_autofree char *text = g_strdup_printf (_("%s: %s"), set, _(areas[i].text));

      options_add (options, areas[i].key, text);
    }
}

/* Those of Ofsted, of RISE, and what the trust calls areas of its own. */
static void
offer_areas (OctRecordForm *form, OctPlanWork *work)
{
  OctPlanBook *whole = oct_workbench_get_plans (oct_plan_work_get_workbench (work));
  GPtrArray *objectives = whole != NULL ? oct_plan_book_get_all (whole, &oct_objective_kind) : NULL;
  Options options;

  options_begin (&options, "–");
  add_areas (&options, _("Ofsted"), oct_ofsted_areas);
  add_areas (&options, _("RISE"), oct_rise_areas);
  for (guint i = 0; objectives != NULL && i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);

      if (*objective->area != '\0')
        options_add (&options, objective->area, oct_area_to_text (objective->area));
    }
  options_end (&options, form, "area");
}

static void
offer_elements (OctRecordForm *form, OctPlanWork *work)
{
  OctAssessment *assessment = oct_workbench_get_assessment (oct_plan_work_get_workbench (work));
  Options options;

  options_begin (&options, "–");
  if (assessment != NULL)
    {
      GPtrArray *elements = oct_framework_get_elements (
        oct_assessment_get_newest_framework (assessment));

      for (guint i = 0; i < elements->len; i++)
        {
          const OctElement *element = g_ptr_array_index (elements, i);
          g_autofree char *text = g_strdup_printf ("%u %s", element->number, element->short_name);

          options_add (&options, element->key, text);
        }
    }
  options_end (&options, form, "element");
}

/* The objectives of the trust's own plans that stand. */
static void
offer_parents (OctRecordForm *form, OctPlanWork *work, const OctRecord *record)
{
  OctPlanBook *whole = oct_workbench_get_plans (oct_plan_work_get_workbench (work));
  GPtrArray *objectives = whole != NULL ? oct_plan_book_get_all (whole, &oct_objective_kind) : NULL;
  Options options;

  options_begin (&options, _("No objective of the trust"));
  for (guint i = 0; objectives != NULL && i < objectives->len; i++)
    {
      const OctObjective *objective = g_ptr_array_index (objectives, i);
      const OctPlan *plan = oct_objective_get_plan (whole, objective);
      g_autofree char *text = oct_objective_to_text (objective);

      if (plan != NULL && plan->scope == OCT_SCOPE_TRUST && !plan->template
          && g_strcmp0 (plan->record.id, oct_plan_work_get_plan_id (work)) != 0
          && oct_objective_is_standing (objective))
        options_add (&options, objective->record.id, text);
    }
  options_end (&options, form, "parent_id");
}

static void
offer_figures (OctRecordForm *form)
{
  Options options;

  options_begin (&options, _("Figures that are typed in"));
  for (guint i = 0; oct_plan_figures[i].key != NULL; i++)
    options_add (&options, oct_plan_figures[i].key, _(oct_plan_figures[i].text));
  options_end (&options, form, "figure");
}

static void
offer_terms (OctRecordForm *form, OctPlanWork *work)
{
  const OctPlan *plan = oct_plan_work_get_plan (work);
  Options options;

  options_begin (&options, "–");
  for (gint64 year = plan->starts; year <= plan->ends && year < plan->starts + 6; year++)
    {
      g_autofree char *autumn = g_strdup_printf (_("Autumn %d"), (int) year);
      g_autofree char *spring = g_strdup_printf (_("Spring %d"), (int) year + 1);
      g_autofree char *summer = g_strdup_printf (_("Summer %d"), (int) year + 1);

      options_add (&options, autumn, autumn);
      options_add (&options, spring, spring);
      options_add (&options, summer, summer);
    }
  options_end (&options, form, "term");
}

void
oct_plan_panel_offer (OctRecordForm *form, OctPlanWork *work, const OctRecord *record)
{
  if (record->kind == &oct_objective_kind)
    {
      offer_areas (form, work);
      offer_elements (form, work);
      offer_parents (form, work, record);
    }
  else if (record->kind == &oct_criterion_kind)
    offer_figures (form);
  else if (record->kind == &oct_milestone_kind && oct_plan_work_get_plan (work) != NULL)
    offer_terms (form, work);
}
