/* What an octant and small octants show: stages, sectors, schools and what the cycles are called.
 *
 * Both charts are set in the same way and embed the same data, so their setters have their work done
 * here. Stages that don't exist count as not judged.
 */
#include "oct-octant-private.h"

static void
school_free (OctOctantSchool *school)
{
  g_free (school->id);
  g_free (school->name);
  g_free (school);
}

static void
set_text (char **place, const char *text)
{
  char *copy = g_strdup (text);

  g_free (*place);
  *place = copy;
}

void
oct_octant_data_init (OctOctantData *self)
{
  self->schools = g_ptr_array_new_with_free_func ((GDestroyNotify) school_free);
}

void
oct_octant_data_finalize (OctOctantData *self)
{
  oct_octant_data_clear (self);
  oct_stages_clear (&self->stages);
  g_ptr_array_unref (self->schools);
  g_free (self->chosen);
  g_free (self->now_name);
  g_free (self->previous_name);
}

void
oct_octant_data_set_stages (OctOctantData *self, const char *const *names)
{
  oct_stages_set (&self->stages, names);
  oct_octant_data_clear (self);
}

gboolean
oct_octant_data_add_part (OctOctantData *self, const OctOctantSector *sector)
{
  if (self->n_parts == OCT_OCTANT_MAX_SECTORS)
    return FALSE;
  self->parts[self->n_parts++] = (OctOctantPart) {
    .id = g_strdup (sector->id),
    .name = g_strdup (sector->name != NULL ? sector->name : ""),
    .number = sector->number,
    .stage = oct_stages_check (&self->stages, sector->stage),
    .own = oct_stages_check (&self->stages, sector->own),
    .previous = oct_stages_check (&self->stages, sector->previous),
    .target = oct_stages_check (&self->stages, sector->target),
    .confidence = sector->confidence,
    .focus = sector->focus,
    .by_schools = sector->by_schools,
    .draft = sector->draft,
  };
  return TRUE;
}

void
oct_octant_data_add_school (OctOctantData *self, const char *id, const char *name,
                            const int *stages, const int *previous)
{
  OctOctantSchool *school = g_new0 (OctOctantSchool, 1);

  school->id = g_strdup (id);
  school->name = g_strdup (name != NULL ? name : "");
  for (guint i = 0; i < self->n_parts; i++)
    {
      school->stages[i] = oct_stages_check (&self->stages, stages[i]);
      school->previous[i] = previous != NULL ? oct_stages_check (&self->stages, previous[i])
                                             : OCT_STAGE_NOT_JUDGED;
    }
  g_ptr_array_add (self->schools, school);
}

gboolean
oct_octant_data_set_chosen (OctOctantData *self, const char *school_id)
{
  if (g_strcmp0 (self->chosen, school_id) == 0)
    return FALSE;
  set_text (&self->chosen, school_id);
  return TRUE;
}

void
oct_octant_data_set_view_names (OctOctantData *self, const char *now_name,
                                const char *previous_name)
{
  set_text (&self->now_name, now_name);
  set_text (&self->previous_name, previous_name);
}

void
oct_octant_data_clear (OctOctantData *self)
{
  for (guint i = 0; i < self->n_parts; i++)
    {
      g_free (self->parts[i].id);
      g_free (self->parts[i].name);
      self->parts[i] = (OctOctantPart) { 0 };
    }
  self->n_parts = 0;
  g_ptr_array_set_size (self->schools, 0);
}
