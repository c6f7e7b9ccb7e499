/* The octant in words: its finding, its sentences, its table.
 *
 * The finding is what moved; where nothing did or nothing is known of before, it is how many elements
 * have reached the upper stages. Elements are counted, stages are never added up.
 */
#include <glib/gi18n.h>

#include "oct-octant-private.h"

/* Names of the sectors for which something holds. */
typedef gboolean (*PartTest) (OctOctantChart *self, const OctOctantPart *part);

static gboolean
moved_up (OctOctantChart *self, const OctOctantPart *part)
{
  return oct_stages_get_change (&self->data.stages, part->previous, part->stage) > 0;
}

static gboolean
went_back (OctOctantChart *self, const OctOctantPart *part)
{
  return oct_stages_get_change (&self->data.stages, part->previous, part->stage) < 0;
}

static gboolean
is_not_judged (OctOctantChart *self, const OctOctantPart *part)
{
  return part->stage == OCT_STAGE_NOT_JUDGED;
}

static gboolean
is_short_of_target (OctOctantChart *self, const OctOctantPart *part)
{
  return part->target != OCT_STAGE_NOT_JUDGED && part->stage != OCT_STAGE_NOT_JUDGED
         && part->stage < part->target;
}

static gboolean
is_unsure (OctOctantChart *self, const OctOctantPart *part)
{
  return part->stage != OCT_STAGE_NOT_JUDGED && part->confidence == OCT_STAGE_CONFIDENCE_LOW;
}

static gboolean
own_differs (OctOctantChart *self, const OctOctantPart *part)
{
  return part->own != OCT_STAGE_NOT_JUDGED && part->own != part->stage;
}

static gboolean
has_reached (OctOctantChart *self, const OctOctantPart *part)
{
  return part->stage != OCT_STAGE_NOT_JUDGED
         && part->stage >= (int) oct_octant_reached_from (&self->data.stages);
}

static guint
find_parts (OctOctantChart *self, PartTest test, const OctOctantPart **found)
{
  guint n = 0;

  for (guint i = 0; i < self->data.n_parts; i++)
    {
      if (!test (self, &self->data.parts[i]))
        continue;
      if (found != NULL)
        found[n] = &self->data.parts[i];
      n++;
    }
  return n;
}

/* The stage from which the centre counts: the fourth of five, about two thirds of the way out. */
guint
oct_octant_reached_from (const OctStages *stages)
{
  return stages->n < 2 ? 0 : (2 * stages->n - 1) / 3;
}

guint
oct_octant_count_reached (OctOctantChart *self)
{
  return find_parts (self, has_reached, NULL);
}

guint
oct_octant_count_not_judged (OctOctantChart *self)
{
  return find_parts (self, is_not_judged, NULL);
}

gboolean
oct_octant_has_previous (OctOctantChart *self)
{
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      if (self->data.parts[i].previous != OCT_STAGE_NOT_JUDGED)
        return TRUE;
    }
  return FALSE;
}

static char *
up_clause (const OctOctantPart **parts, guint n)
{
  static const char *const clauses[] = {
    NULL,
    NULL,
    NULL,
    N_("Three elements moved up"),
    N_("Four elements moved up"),
    N_("Five elements moved up"),
    N_("Six elements moved up"),
    N_("Seven elements moved up"),
    N_("Eight elements moved up"),
  };

  if (n == 1)
    /* Translators: the name of an element. */
    return g_strdup_printf (_("%s moved up"), parts[0]->name);
  if (n == 2)
    /* Translators: the names of two elements. */
    return g_strdup_printf (_("%s and %s moved up"), parts[0]->name, parts[1]->name);
  return g_strdup (_(clauses[n]));
}

/* @second: it follows a clause about what moved up. */
static char *
back_clause (const OctOctantPart **parts, guint n, gboolean second)
{
  static const char *const clauses[][2] = {
    { NULL, NULL },
    { NULL, NULL },
    { NULL, NULL },
    { N_("Three elements went back"), N_("three went back") },
    { N_("Four elements went back"), N_("four went back") },
    { N_("Five elements went back"), N_("five went back") },
    { N_("Six elements went back"), N_("six went back") },
    { N_("Seven elements went back"), N_("seven went back") },
    { N_("Eight elements went back"), N_("eight went back") },
  };

  if (n == 1)
    /* Translators: the name of an element. */
    return g_strdup_printf (_("%s went back"), parts[0]->name);
  if (n == 2)
    /* Translators: the names of two elements. */
    return g_strdup_printf (_("%s and %s went back"), parts[0]->name, parts[1]->name);
  return g_strdup (_(clauses[n][second ? 1 : 0]));
}

static char *
changes_to_text (OctOctantChart *self)
{
  const OctOctantPart *up[OCT_OCTANT_MAX_SECTORS], *back[OCT_OCTANT_MAX_SECTORS];
  guint n_up = find_parts (self, moved_up, up), n_back = find_parts (self, went_back, back);
  g_autofree char *first = n_up > 0 ? up_clause (up, n_up) : back_clause (back, n_back, FALSE);
  g_autofree char *second = n_up > 0 && n_back > 0 ? back_clause (back, n_back, TRUE) : NULL;
  g_autofree char *since = NULL;

  if (self->data.previous_name != NULL)
    /* Translators: what changed, then the cycle before: "Improvement moved up since spring 2026". */
    since = g_strdup_printf (_("%s since %s"), first, self->data.previous_name);
  else
    since = g_steal_pointer (&first);
  /* Translators: two findings: "Improvement moved up since spring 2026; Resilience went back". */
  return second != NULL ? g_strdup_printf (_("%s; %s"), since, second) : g_steal_pointer (&since);
}

/* The stage that all judged sectors share, or %OCT_STAGE_NOT_JUDGED. */
static int
common_stage (OctOctantChart *self)
{
  int common = OCT_STAGE_NOT_JUDGED;

  for (guint i = 0; i < self->data.n_parts; i++)
    {
      int stage = self->data.parts[i].stage;

      if (stage == OCT_STAGE_NOT_JUDGED)
        continue;
      if (common != OCT_STAGE_NOT_JUDGED && common != stage)
        return OCT_STAGE_NOT_JUDGED;
      common = stage;
    }
  return common;
}

static char *
reached_to_text (OctOctantChart *self)
{
  guint from = oct_octant_reached_from (&self->data.stages), n = oct_octant_count_reached (self);

  if (from + 1 == self->data.stages.n)
    /* Translators: how many elements of how many, and the last stage. */
    return g_strdup_printf (_("%u of %u elements at %s"), n, self->data.n_parts,
                            oct_stages_get_name (&self->data.stages, from));
  /* Translators: how many elements of how many, and a stage. */
  return g_strdup_printf (_("%u of %u elements at %s or beyond"), n, self->data.n_parts,
                          oct_stages_get_name (&self->data.stages, from));
}

char *
oct_octant_suggest_title (OctOctantChart *self)
{
  guint missing = oct_octant_count_not_judged (self);
  int common;

  if (self->data.n_parts == 0 || self->data.stages.n == 0)
    return NULL;
  if (missing == self->data.n_parts)
    return g_strdup (_("No element is judged yet"));
  if (find_parts (self, moved_up, NULL) + find_parts (self, went_back, NULL) > 0)
    return changes_to_text (self);
  common = common_stage (self);
  if (common != OCT_STAGE_NOT_JUDGED && self->data.n_parts - missing > 1)
    /* Translators: a stage. */
    return g_strdup_printf (missing > 0 ? _("Every element that is judged is at %s")
                                        : _("Every element is at %s"),
                            oct_stages_get_name (&self->data.stages, common));
  if (oct_octant_has_previous (self) && self->data.previous_name != NULL)
    {
      g_autofree char *reached = reached_to_text (self);

      /* Translators: the cycle before; "4 of 8 elements at Embedded or beyond". */
      return g_strdup_printf (_("No element has moved since %s: %s"), self->data.previous_name,
                              reached);
    }
  return reached_to_text (self);
}

/* "Improvement (Developing to Embedded), Solidarity (…)" of those for which @test holds; %NULL if
 * there are none. @detail says what stands in brackets: 'c' the change, 't' stage and target, 'o' own
 * view and stage, 0 nothing. */
static char *
list_parts (OctOctantChart *self, PartTest test, char detail)
{
  const OctOctantPart *found[OCT_OCTANT_MAX_SECTORS];
  guint n = find_parts (self, test, found);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const OctOctantPart *part = found[i];
      const char *stage = oct_stages_get_name (&self->data.stages, part->stage);

      if (i > 0)
        g_string_append (text, ", ");
      if (detail == 'c')
        /* Translators: an element, the stage it was at and the one it is at. */
        g_string_append_printf (text, _("%s (%s to %s)"), part->name,
                                oct_stages_get_name (&self->data.stages, part->previous), stage);
      else if (detail == 't')
        /* Translators: an element, its stage and the target. */
        g_string_append_printf (text, _("%s (%s, target %s)"), part->name, stage,
                                oct_stages_get_name (&self->data.stages, part->target));
      else if (detail == 'o')
        /* Translators: an element, its stage and the stage in the own view. */
        g_string_append_printf (text, _("%s (%s, own view %s)"), part->name, stage,
                                oct_stages_get_name (&self->data.stages, part->own));
      else
        g_string_append (text, part->name);
    }
  return n > 0 ? g_strdup (text->str) : NULL;
}

static void
append_list (GString *text, OctOctantChart *self, const char *what, PartTest test, char detail)
{
  g_autofree char *list = list_parts (self, test, detail);

  if (list == NULL)
    return;
  g_string_append_c (text, ' ');
  /* Translators: what is said of some elements, and their names: "Not judged: Civic duty." */
  g_string_append_printf (text, _("%s: %s."), what, list);
}

/* Where the chosen school stands, element by element. */
static void
append_chosen (GString *text, OctOctantChart *self)
{
  int chosen = oct_octant_find_chosen (self);
  g_autoptr (GString) list = g_string_new (NULL);

  if (chosen < 0)
    return;
  for (guint i = 0; i < self->data.n_parts; i++)
    {
      if (!self->data.parts[i].by_schools)
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      /* Translators: an element and the stage of one school in it. */
      g_string_append_printf (list, _("%s %s"), self->data.parts[i].name,
                              oct_stages_get_name (&self->data.stages,
                                                   oct_octant_school_stage (self, chosen, i)));
    }
  if (list->len == 0)
    return;
  g_string_append_c (text, ' ');
  g_string_append_printf (text, _("%s: %s."), oct_octant_school (self, chosen)->name, list->str);
}

char *
oct_octant_describe (OctOctantChart *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *finding = oct_octant_suggest_title (self);

  if (self->data.now_name != NULL)
    /* Translators: how many elements, and the cycle that is shown, such as "summer 2026". */
    g_string_append_printf (text,
                            ngettext ("Octant of %u element, %s.", "Octant of %u elements, %s.",
                                      self->data.n_parts),
                            self->data.n_parts, self->data.now_name);
  else
    g_string_append_printf (
      text, ngettext ("Octant of %u element.", "Octant of %u elements.", self->data.n_parts),
      self->data.n_parts);
  if (finding == NULL)
    return g_strdup (text->str);
  /* Translators: a finding, such as "Improvement moved up since spring 2026". */
  g_string_append_printf (text, _(" %s."), finding);
  append_list (text, self, _("Moved up"), moved_up, 'c');
  append_list (text, self, _("Went back"), went_back, 'c');
  append_list (text, self, _("Not judged"), is_not_judged, 0);
  append_list (text, self, _("Short of the target"), is_short_of_target, 't');
  append_list (text, self, _("Low confidence"), is_unsure, 0);
  append_list (text, self, _("Own view differs"), own_differs, 'o');
  append_chosen (text, self);
  return g_strdup (text->str);
}

static void
append_part (GString *text, const char *what)
{
  g_string_append_printf (text, "; %s", what);
}

/* How many schools are at each stage, and how many are not judged. */
static void
append_schools (GString *text, OctOctantChart *self, guint sector)
{
  guint counts[OCT_STAGES_MAX] = { 0 }, judged = 0;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < self->data.schools->len; i++)
    {
      int stage = oct_octant_school_stage (self, i, sector);

      if (stage != OCT_STAGE_NOT_JUDGED)
        {
          counts[stage]++;
          judged++;
        }
    }
  for (guint i = 0; i < self->data.stages.n; i++)
    {
      if (counts[i] == 0)
        continue;
      if (list->len > 0)
        g_string_append (list, ", ");
      /* Translators: how many schools are at a stage: "9 Embedded". */
      g_string_append_printf (list, _("%u %s"), counts[i],
                              oct_stages_get_name (&self->data.stages, i));
    }
  if (self->data.schools->len > judged)
    {
      if (list->len > 0)
        g_string_append (list, ", ");
      g_string_append_printf (list, _("%u not judged"), self->data.schools->len - judged);
    }
  g_string_append (text, "; ");
  /* Translators: how many schools are at which stage. */
  g_string_append_printf (text, _("schools: %s"), list->str);
}

static char *
describe_sector (OctOctantChart *self, guint sector)
{
  const OctOctantPart *part = &self->data.parts[sector];
  g_autofree char *change = oct_stages_change_to_text (&self->data.stages, part->previous,
                                                       part->stage);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: an element's number, name and stage. */
  g_string_append_printf (text, _("%u %s: %s"), part->number, part->name,
                          oct_stages_get_name (&self->data.stages, part->stage));
  if (change != NULL && (part->previous != OCT_STAGE_NOT_JUDGED || oct_octant_has_previous (self)))
    g_string_append_printf (text, ", %s", change);
  if (part->target != OCT_STAGE_NOT_JUDGED)
    {
      g_string_append (text, "; ");
      /* Translators: a stage that is aimed at. */
      g_string_append_printf (text, _("target %s"),
                              oct_stages_get_name (&self->data.stages, part->target));
    }
  if (own_differs (self, part))
    {
      g_string_append (text, "; ");
      g_string_append_printf (text, _("own view %s"),
                              oct_stages_get_name (&self->data.stages, part->own));
    }
  if (is_unsure (self, part))
    append_part (text, _("low confidence"));
  if (part->draft)
    append_part (text, _("draft"));
  if (part->focus)
    append_part (text, _("focus of this cycle"));
  if (self->data.schools->len > 0 && !part->by_schools)
    append_part (text, _("judged by the trust alone"));
  else if (self->data.schools->len > 0)
    append_schools (text, self, sector);
  return g_strdup (text->str);
}

static char *
describe_school (OctOctantChart *self, guint index, guint sector)
{
  const OctOctantSchool *school = oct_octant_school (self, index);
  int stage = oct_octant_school_stage (self, index, sector);
  g_autofree char *change = school->previous[sector] == OCT_STAGE_NOT_JUDGED
                              ? NULL
                              : oct_stages_change_to_text (&self->data.stages,
                                                           school->previous[sector], stage);

  if (change != NULL)
    /* Translators: a school, an element, the school's stage in it, and how that changed. */
    return g_strdup_printf (_("%s – %s: %s, %s"), school->name, self->data.parts[sector].name,
                            oct_stages_get_name (&self->data.stages, stage), change);
  /* Translators: a school, an element, and the school's stage in it. */
  return g_strdup_printf (_("%s – %s: %s"), school->name, self->data.parts[sector].name,
                          oct_stages_get_name (&self->data.stages, stage));
}

char *
oct_octant_describe_datum (OctOctantChart *self, int datum)
{
  guint school;

  if (self->data.n_parts == 0 || datum < 0
      || datum >= (int) (self->data.n_parts * (1 + self->data.schools->len)))
    return NULL;
  school = datum / self->data.n_parts;
  return school == 0 ? describe_sector (self, datum)
                     : describe_school (self, school - 1, datum % self->data.n_parts);
}

static const char *
confidence_name (OctStageConfidence confidence)
{
  switch (confidence)
    {
    case OCT_STAGE_CONFIDENCE_LOW:
      return _("Low");
    case OCT_STAGE_CONFIDENCE_MEDIUM:
      return _("Medium");
    case OCT_STAGE_CONFIDENCE_HIGH:
      return _("High");
    case OCT_STAGE_CONFIDENCE_NOT_GIVEN:
    default:
      return "";
    }
}

static char *
stage_cell (OctOctantChart *self, int stage)
{
  return g_strdup (stage == OCT_STAGE_NOT_JUDGED ? ""
                                                 : oct_stages_get_name (&self->data.stages, stage));
}

static GStrv
part_row (OctOctantChart *self, guint sector)
{
  const OctOctantPart *part = &self->data.parts[sector];
  GPtrArray *cells = g_ptr_array_new ();
  guint counts[OCT_STAGES_MAX] = { 0 };

  for (guint i = 0; i < self->data.schools->len; i++)
    {
      int stage = oct_octant_school_stage (self, i, sector);

      if (stage != OCT_STAGE_NOT_JUDGED)
        counts[stage]++;
    }
  g_ptr_array_add (cells, g_strdup (part->name));
  g_ptr_array_add (cells, g_strdup (oct_stages_get_name (&self->data.stages, part->stage)));
  g_ptr_array_add (cells, stage_cell (self, part->own));
  g_ptr_array_add (cells, stage_cell (self, part->previous));
  g_ptr_array_add (cells, stage_cell (self, part->target));
  g_ptr_array_add (cells, g_strdup (confidence_name (part->confidence)));
  for (guint i = 0; i < self->data.stages.n; i++)
    g_ptr_array_add (cells, part->by_schools ? g_strdup_printf ("%u", counts[i]) : g_strdup (""));
  g_ptr_array_add (cells, NULL);
  return (GStrv) g_ptr_array_free (cells, FALSE);
}

OctChartTable *
oct_octant_table (OctOctantChart *self)
{
  OctChartTable *table = oct_chart_table_new (0);
  GPtrArray *header = g_ptr_array_new ();

  g_ptr_array_add (header, g_strdup (_("Element")));
  g_ptr_array_add (header, g_strdup (_("Stage")));
  g_ptr_array_add (header, g_strdup (_("Own view")));
  g_ptr_array_add (header, g_strdup (self->data.previous_name != NULL ? self->data.previous_name
                                                                      : _("Before")));
  g_ptr_array_add (header, g_strdup (_("Target")));
  g_ptr_array_add (header, g_strdup (_("Confidence")));
  for (guint i = 0; i < self->data.stages.n; i++)
    /* Translators: heading of a column of numbers: how many schools are at a stage. */
    g_ptr_array_add (header, g_strdup_printf (_("Schools: %s"), self->data.stages.names[i]));
  g_ptr_array_add (header, NULL);
  g_strfreev (table->header);
  table->header = (GStrv) g_ptr_array_free (header, FALSE);
  for (guint i = 0; i < self->data.n_parts; i++)
    g_ptr_array_add (table->rows, part_row (self, i));
  return table;
}
