/* Small octants in words: which school stands out by what moved, each school's stages, the table.
 *
 * Schools are never ranked: one is named only where it alone moved in most elements.
 */
#include <glib/gi18n.h>

#include "oct-small-octants-private.h"

typedef struct
{
  guint up, down;                                 /* in all */
  guint most_up, most_down;                       /* in one school */
  const OctOctantSchool *up_school, *down_school; /* %NULL where several share the most */
  guint judged;
} Findings;

static void
count_school (OctSmallOctantsChart *self, const OctOctantSchool *school, guint *up, guint *down,
              guint *judged)
{
  *up = *down = *judged = 0;
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      int change;

      if (!self->data.parts[i].by_schools)
        continue;
      change = oct_stages_get_change (&self->data.stages, school->previous[i], school->stages[i]);
      *up += change > 0;
      *down += change < 0;
      *judged += school->stages[i] != OCT_STAGE_NOT_JUDGED;
    }
}

static void
find (OctSmallOctantsChart *self, Findings *findings)
{
  *findings = (Findings) { 0 };
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      const OctOctantSchool *school = oct_small_octants_school (self, i);
      guint up, down, judged;

      count_school (self, school, &up, &down, &judged);
      findings->up += up;
      findings->down += down;
      findings->judged += judged;
      if (up > 0 && up >= findings->most_up)
        findings->up_school = up == findings->most_up ? NULL : school;
      if (down > 0 && down >= findings->most_down)
        findings->down_school = down == findings->most_down ? NULL : school;
      findings->most_up = MAX (findings->most_up, up);
      findings->most_down = MAX (findings->most_down, down);
    }
}

guint
oct_small_octants_count_judged_parts (OctSmallOctantsChart *self)
{
  guint n = 0;

  for (guint i = 0; i < self->data.n_parts; i++)
    n += self->data.parts[i].by_schools;
  return n;
}

gboolean
oct_small_octants_has_changes (OctSmallOctantsChart *self)
{
  Findings findings;

  find (self, &findings);
  return findings.up + findings.down > 0;
}

gboolean
oct_small_octants_has_missing (OctSmallOctantsChart *self)
{
  Findings findings;

  find (self, &findings);
  return findings.judged < self->data.schools->len * oct_small_octants_count_judged_parts (self);
}

char *
oct_small_octants_suggest_title (OctSmallOctantsChart *self)
{
  guint n = oct_small_octants_count_judged_parts (self);
  Findings findings;

  if (self->data.schools->len == 0 || n == 0 || self->data.stages.n == 0)
    return NULL;
  find (self, &findings);
  if (findings.judged == 0)
    return g_strdup (_("No school is judged yet"));
  if (findings.down_school != NULL && findings.most_down > 1)
    /* Translators: a school's name; in how many elements of how many it is at an earlier stage. */
    return g_strdup_printf (ngettext ("%s went back in %u of %u element",
                                      "%s went back in %u of %u elements", n),
                            findings.down_school->name, findings.most_down, n);
  if (findings.up_school != NULL && findings.most_up > 1)
    /* Translators: a school's name; in how many elements of how many it is at a later stage. */
    return g_strdup_printf (ngettext ("%s moved up in %u of %u element",
                                      "%s moved up in %u of %u elements", n),
                            findings.up_school->name, findings.most_up, n);
  if (findings.up + findings.down > 0)
    /* Translators: how many stages of all schools and elements are later or earlier than before. */
    return g_strdup_printf (_("%u stages moved up, %u went back"), findings.up, findings.down);
  /* Translators: how many stages of schools in elements are judged, of how many. */
  return g_strdup_printf (_("%u of %u stages are judged"), findings.judged,
                          n * self->data.schools->len);
}

/* Names of the schools that nobody has judged, at most five of them. */
static void
append_missing (GString *text, OctSmallOctantsChart *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->data.schools->len; i++)
    {
      const OctOctantSchool *school = oct_small_octants_school (self, i);
      guint up, down, judged;

      count_school (self, school, &up, &down, &judged);
      if (judged > 0)
        continue;
      if (++n <= 5)
        g_string_append_printf (names, n > 1 ? ", %s" : "%s", school->name);
    }
  if (n == 0)
    return;
  g_string_append_c (text, ' ');
  if (n > 5)
    /* Translators: names of schools, and how many more there are. */
    g_string_append_printf (text, _("Not judged at all: %s and %u more."), names->str, n - 5);
  else
    /* Translators: names of schools. */
    g_string_append_printf (text, _("Not judged at all: %s."), names->str);
}

char *
oct_small_octants_describe (OctSmallOctantsChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = oct_small_octants_suggest_title (self);
  Findings findings;

  find (self, &findings);
  if (self->data.now_name != NULL)
    /* Translators: how many schools, and the cycle that is shown, such as "summer 2026". */
    g_string_append_printf (text,
                            ngettext ("Small octant of %u school, %s.",
                                      "Small octants of %u schools, %s.", self->data.schools->len),
                            self->data.schools->len, self->data.now_name);
  else
    g_string_append_printf (text,
                            ngettext ("Small octant of %u school.", "Small octants of %u schools.",
                                      self->data.schools->len),
                            self->data.schools->len);
  if (finding == NULL)
    return g_strdup (text->str);
  /* Translators: a finding, such as "Improvement moved up since spring 2026". */
  g_string_append_printf (text, _(" %s."), finding);
  if (findings.up + findings.down > 0)
    {
      g_string_append_c (text, ' ');
      /* Translators: how many stages of all schools and elements are later or earlier than before. */
      g_string_append_printf (text, _("In all %u stages moved up and %u went back."), findings.up,
                              findings.down);
    }
  append_missing (text, self);
  return g_strdup (text->str);
}

char *
oct_small_octants_describe_datum (OctSmallOctantsChart *self, int datum)
{
  const OctOctantSchool *school;
  g_autoptr (GString) text = g_string_new (NULL);

  if (datum < 0 || datum >= (int) self->data.schools->len)
    return NULL;
  school = oct_small_octants_school (self, datum);
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      g_autofree char *change = NULL;

      if (!self->data.parts[i].by_schools)
        continue;
      if (text->len > 0)
        g_string_append (text, "; ");
      /* Translators: an element and the stage of one school in it. */
      g_string_append_printf (text, _("%s %s"), self->data.parts[i].name,
                              oct_stages_get_name (&self->data.stages, school->stages[i]));
      if (oct_stages_get_change (&self->data.stages, school->previous[i], school->stages[i]) == 0)
        continue;
      change = oct_stages_change_to_text (&self->data.stages, school->previous[i],
                                          school->stages[i]);
      g_string_append_printf (text, ", %s", change);
    }
  /* Translators: a school, and its stage in each element. */
  return g_strdup_printf (_("%s: %s"), school->name, text->str);
}

OctChartTable *
oct_small_octants_table (OctSmallOctantsChart *self)
{
  OctChartTable *table = oct_chart_table_new (0);
  GPtrArray *cells = g_ptr_array_new ();

  g_ptr_array_add (cells, g_strdup (_("School")));
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      if (self->data.parts[i].by_schools)
        g_ptr_array_add (cells, g_strdup (self->data.parts[i].name));
    }
  g_ptr_array_add (cells, NULL);
  g_strfreev (table->header);
  table->header = (GStrv) g_ptr_array_free (cells, FALSE);
  for (guint i = 0; i < self->data.schools->len; i++)
    {
      const OctOctantSchool *school = oct_small_octants_school (self, i);

      cells = g_ptr_array_new ();
      g_ptr_array_add (cells, g_strdup (school->name));
      for (guint j = 0; j < self->data.n_parts; j++)
        {
          if (self->data.parts[j].by_schools)
            g_ptr_array_add (cells, g_strdup (
                                      oct_stages_get_name (&self->data.stages, school->stages[j])));
        }
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (table->rows, g_ptr_array_free (cells, FALSE));
    }
  return table;
}
