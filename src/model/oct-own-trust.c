/* The values of a workspace: making, copying and freeing them; see the header. */

#include "oct-own-trust.h"

#include <glib/gi18n.h>

/**
 * oct_own_trust_free:
 * @trust: (transfer full): a trust
 */
void
oct_own_trust_free (OctOwnTrust *trust)
{
  g_free (trust->id);
  g_free (trust->name);
  g_free (trust->purpose);
  g_free (trust);
}

/**
 * oct_own_school_new:
 *
 * Returns: (transfer full): a school of which nothing is stated; its texts are ""
 */
OctOwnSchool *
oct_own_school_new (void)
{
  OctOwnSchool *self = g_new0 (OctOwnSchool, 1);

  self->name = g_strdup ("");
  self->type = g_strdup ("");
  self->la = g_strdup ("");
  self->town = g_strdup ("");
  self->postcode = g_strdup ("");
  self->pupils = -1;
  self->capacity = -1;
  self->fsm_tenths = -1;

  return self;
}

/**
 * oct_own_school_copy:
 * @school: a school
 *
 * Returns: (transfer full): another one that says the same
 */
OctOwnSchool *
oct_own_school_copy (const OctOwnSchool *school)
{
  OctOwnSchool *self = g_memdup2 (school, sizeof *school);

  self->id = g_strdup (school->id);
  self->name = g_strdup (school->name);
  self->type = g_strdup (school->type);
  self->la = g_strdup (school->la);
  self->town = g_strdup (school->town);
  self->postcode = g_strdup (school->postcode);
  self->part_of = g_strdup (school->part_of);

  return self;
}

/**
 * oct_own_school_free:
 * @school: (transfer full): a school
 */
void
oct_own_school_free (OctOwnSchool *school)
{
  g_free (school->id);
  g_free (school->name);
  g_free (school->type);
  g_free (school->la);
  g_free (school->town);
  g_free (school->postcode);
  g_free (school->part_of);
  g_free (school);
}

/**
 * oct_cycle_free:
 * @cycle: (transfer full): a cycle
 */
void
oct_cycle_free (OctCycle *cycle)
{
  g_free (cycle->id);
  g_free (cycle->name);
  g_free (cycle->framework_id);
  g_strfreev (cycle->focus);
  g_free (cycle);
}

/**
 * oct_cycle_copy:
 * @cycle: a cycle
 *
 * Returns: (transfer full): another one that says the same
 */
OctCycle *
oct_cycle_copy (const OctCycle *cycle)
{
  OctCycle *self = g_memdup2 (cycle, sizeof *cycle);

  self->id = g_strdup (cycle->id);
  self->name = g_strdup (cycle->name);
  self->framework_id = g_strdup (cycle->framework_id);
  self->focus = g_strdupv (cycle->focus);

  return self;
}

/**
 * oct_cycle_has_focus:
 * @cycle: a cycle
 * @element: an element's key
 *
 * Returns: whether the trust looks at that element first in this cycle
 */
gboolean
oct_cycle_has_focus (const OctCycle *cycle, const char *element)
{
  return cycle->focus != NULL && g_strv_contains ((const char *const *) cycle->focus, element);
}

/**
 * oct_target_free:
 * @target: (transfer full): a target
 */
void
oct_target_free (OctTarget *target)
{
  g_free (target->id);
  g_free (target->school_id);
  g_free (target->element);
  g_free (target->stage);
  g_free (target);
}

/**
 * oct_pillar_copy:
 * @pillar: a pillar of the strategy
 *
 * Returns: (transfer full): another of the same
 */
OctPillar *
oct_pillar_copy (const OctPillar *pillar)
{
  OctPillar *copy = g_new0 (OctPillar, 1);

  copy->id = g_strdup (pillar->id);
  copy->name = g_strdup (pillar->name);
  copy->text = g_strdup (pillar->text != NULL ? pillar->text : "");
  copy->retired = pillar->retired;
  if (pillar->maps == NULL)
    return copy;
  copy->maps = oct_lens_maps_new ();
  for (guint i = 0; i < pillar->maps->len; i++)
    {
      const OctLensMap *map = g_ptr_array_index (pillar->maps, i);

      oct_lens_maps_add (copy->maps, map->element, map->aspect);
    }

  return copy;
}

/**
 * oct_pillar_free:
 * @pillar: (transfer full): a pillar of the strategy
 */
void
oct_pillar_free (OctPillar *pillar)
{
  g_free (pillar->id);
  g_free (pillar->name);
  g_free (pillar->text);
  g_clear_pointer (&pillar->maps, g_ptr_array_unref);
  g_free (pillar);
}

/**
 * oct_person_free:
 * @person: (transfer full): a person
 */
void
oct_person_free (OctPerson *person)
{
  g_free (person->id);
  g_free (person->name);
  g_free (person->post);
  g_free (person);
}

/**
 * oct_person_to_text:
 * @person: a person
 *
 * Returns: (transfer none): the post's title, or the name where there is no post
 */
const char *
oct_person_to_text (const OctPerson *person)
{
  if (person->post != NULL && person->post[0] != '\0')
    return person->post;
  if (person->name != NULL && person->name[0] != '\0')
    return person->name;

  return _("somebody");
}
