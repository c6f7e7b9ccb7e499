/* What was taken from a plan's table: the records, the people, and the cells that were refused. */
#include "oct-plan-table-private.h"

#include <glib/gi18n.h>

#include "oct-fold.h"

static void
refusal_free (gpointer data)
{
  OctPlanRefusal *refusal = data;

  g_free (refusal->column);
  g_free (refusal->text);
  g_free (refusal->reason);
  g_free (refusal);
}

OctPlanTaken *
oct_plan_taken_new (void)
{
  OctPlanTaken *taken = g_new0 (OctPlanTaken, 1);

  taken->change = oct_record_change_new ();
  taken->refusals = g_ptr_array_new_with_free_func (refusal_free);

  return taken;
}

/**
 * oct_plan_taken_free:
 * @taken: (transfer full): what was taken
 */
void
oct_plan_taken_free (OctPlanTaken *taken)
{
  g_clear_pointer (&taken->change, oct_record_change_free);
  g_ptr_array_unref (taken->refusals);
  g_free (taken);
}

void
oct_plan_taken_refuse (OctPlanTaken *taken, guint line, const char *column, const char *text,
                       const char *reason)
{
  OctPlanRefusal *refusal = g_new0 (OctPlanRefusal, 1);

  refusal->line = line;
  refusal->column = g_strdup (column);
  refusal->text = g_strdup (text);
  refusal->reason = g_strdup (reason);
  g_ptr_array_add (taken->refusals, refusal);
}

static const char *
find_in (GPtrArray *people, const char *folded)
{
  for (guint i = 0; i < people->len; i++)
    {
      const OctPerson *person = g_ptr_array_index (people, i);
      g_autofree char *post = oct_fold (person->post);
      g_autofree char *name = oct_fold (person->name);

      if (g_str_equal (post, folded) || g_str_equal (name, folded))
        return person->id;
    }

  return NULL;
}

const char *
oct_plan_taken_find_person (OctPlanTaken *taken, OctAssessment *assessment, const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = oct_fold (stripped);
  const char *id = find_in (oct_assessment_get_people (assessment), folded);
  OctPerson *person;

  if (id == NULL)
    id = find_in (taken->change->people, folded);
  if (id != NULL)
    return id;
  person = g_new0 (OctPerson, 1);
  person->id = g_uuid_string_random ();
  person->name = g_strdup ("");
  person->post = g_steal_pointer (&stripped);
  g_ptr_array_add (taken->change->people, person);

  return person->id;
}

static guint
count (const OctPlanTaken *taken, const OctRecordKind *kind)
{
  guint n = 0;

  for (guint i = 0; i < taken->change->puts->len; i++)
    n += ((const OctRecord *) g_ptr_array_index (taken->change->puts, i))->kind == kind;

  return n;
}

void
oct_plan_taken_count (OctPlanTaken *taken)
{
  taken->plans = count (taken, &oct_plan_kind);
  taken->objectives = count (taken, &oct_objective_kind);
  taken->criteria = count (taken, &oct_criterion_kind);
  taken->actions = count (taken, &oct_action_kind);
  taken->milestones = count (taken, &oct_milestone_kind);
  taken->reviews = count (taken, &oct_review_kind);
  taken->people = taken->change->people->len;
}

/**
 * oct_plan_taken_to_text:
 * @taken: what was taken
 *
 * Returns: (transfer full): what is made, in words
 */
char *
oct_plan_taken_to_text (const OctPlanTaken *taken)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%'u objective", "%'u objectives", taken->objectives),
                          taken->objectives);
  if (taken->criteria > 0)
    g_string_append_printf (
      text, ngettext (" · %'u success criterion", " · %'u success criteria", taken->criteria),
      taken->criteria);
  if (taken->actions > 0)
    g_string_append_printf (text, ngettext (" · %'u action", " · %'u actions", taken->actions),
                            taken->actions);
  if (taken->milestones > 0)
    g_string_append_printf (text,
                            ngettext (" · %'u milestone", " · %'u milestones", taken->milestones),
                            taken->milestones);
  if (taken->reviews > 0)
    g_string_append_printf (text, ngettext (" · %'u review", " · %'u reviews", taken->reviews),
                            taken->reviews);
  if (taken->people > 0)
    g_string_append_printf (text,
                            ngettext (" · %'u new post in the list of people",
                                      " · %'u new posts in the list of people", taken->people),
                            taken->people);

  return g_strdup (text->str);
}
