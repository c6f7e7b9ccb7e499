/* The table under two octants; see the header.
 *
 * An arrow says that one and the same trust or school moved from one cycle to the next. Two
 * different ones are only said to be so many steps apart: that is no movement, and no order.
 */

#include "oct-compare-table.h"

#include <glib/gi18n.h>

typedef struct
{
  OctCompareSide *side;
  OctAssessment *assessment;
  OctFramework *framework;
  const char *subject;
} Column;

static void
column_init (Column *column, OctCompareSide *side)
{
  column->side = side;
  column->assessment = oct_compare_side_get_assessment (side);
  column->framework = oct_assessment_get_framework (column->assessment);
  column->subject = oct_compare_side_get_subject (side);
}

/* Its finished judgement of an element, if there is one. */
static const OctJudgement *
find_judgement (const Column *column, const char *element)
{
  const OctJudgement *judgement = oct_assessment_find_shown (column->assessment, OCT_WHEN_NOW,
                                                             column->subject, element);

  return judgement != NULL && judgement->final && judgement->stage != NULL ? judgement : NULL;
}

static GtkWidget *
attach_label (GtkGrid *grid, int column, int row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, 1, 1);

  return label;
}

/* The stage by the name it had; where that was under an older version than the newest, with which. */
static char *
describe_stage (const Column *column, const OctJudgement *judgement)
{
  OctFramework *framework = oct_assessment_get_framework_of (column->assessment, judgement);
  const char *name = oct_framework_stage_name (
    framework, oct_framework_find_stage (framework, judgement->stage));

  if (framework == oct_assessment_get_newest_framework (column->assessment))
    return g_strdup (name);

  /* Translators: a stage, and the number of a version of the framework. */
  return g_strdup_printf (_("%s\nJudged under version %d"), name,
                          oct_framework_get_version (framework));
}

static void
attach_stage (GtkGrid *grid, int position, int row, const Column *column, const char *key)
{
  const OctElement *element = oct_framework_find_element (column->framework, key);
  const OctJudgement *judgement = find_judgement (column, key);
  g_autofree char *stage = judgement != NULL ? describe_stage (column, judgement) : NULL;

  if (stage != NULL)
    attach_label (grid, position, row, stage, NULL);
  else if (element == NULL || !oct_element_is_asked_of (element, column->subject != NULL))
    attach_label (grid, position, row, _("Not asked"), "dim-label");
  else
    attach_label (grid, position, row, _("Not judged"), "dim-label");
}

/* Whether the second side is of a later cycle than the first. */
static gboolean
is_later (const Column *first, const Column *second)
{
  return oct_assessment_get_cycle (second->assessment)->starts
         >= oct_assessment_get_cycle (first->assessment)->starts;
}

/* Steps are those of the second side's framework: the names of another version may be others. */
static char *
describe_difference (const Column *first, const Column *second, const char *element)
{
  const OctJudgement *one = find_judgement (first, element);
  const OctJudgement *other = find_judgement (second, element);
  OctFramework *steps_of = oct_assessment_get_shown_framework (second->assessment);
  int from = one != NULL ? oct_framework_find_step (steps_of, one->stage) : OCT_STAGE_NONE;
  int to = oct_assessment_step (second->assessment, other);
  int steps = to - from;

  if (from == OCT_STAGE_NONE || to == OCT_STAGE_NONE)
    return g_strdup ("–");
  if (steps == 0)
    return g_strdup (_("The same"));
  if (g_strcmp0 (first->subject, second->subject) != 0)
    return g_strdup_printf (ngettext ("%d step apart", "%d steps apart", ABS (steps)), ABS (steps));
  if (!is_later (first, second))
    steps = -steps;
  if (steps > 0)
    return g_strdup_printf (ngettext ("▲ %d step up", "▲ %d steps up", steps), steps);

  return g_strdup_printf (ngettext ("▼ %d step back", "▼ %d steps back", -steps), -steps);
}

/**
 * oct_compare_table_fill:
 * @grid: a grid, emptied first
 * @first: a side that has its assessment
 * @second: another one
 *
 * Shows the stages of both, element by element in the order of the framework.
 */
void
oct_compare_table_fill (GtkGrid *grid, OctCompareSide *first, OctCompareSide *second)
{
  g_autofree char *first_name = oct_compare_side_dup_name (first);
  g_autofree char *second_name = oct_compare_side_dup_name (second);
  GtkWidget *child;
  Column columns[2];
  GPtrArray *elements;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  column_init (&columns[0], first);
  column_init (&columns[1], second);
  attach_label (grid, 0, 0, _("Element"), "heading");
  attach_label (grid, 1, 0, first_name, "heading");
  attach_label (grid, 2, 0, second_name, "heading");
  attach_label (grid, 3, 0,
                g_strcmp0 (columns[0].subject, columns[1].subject) == 0 ? _("Change")
                                                                        : _("Difference"),
                "heading");
  elements = oct_framework_get_elements (columns[1].framework);
  for (guint i = 0; i < elements->len; i++)
    {
      const OctElement *element = g_ptr_array_index (elements, i);
      g_autofree char *name = g_strdup_printf ("%u  %s", element->number, element->short_name);
      g_autofree char *difference = describe_difference (&columns[0], &columns[1], element->key);

      attach_label (grid, 0, (int) i + 1, name, NULL);
      attach_stage (grid, 1, (int) i + 1, &columns[0], element->key);
      attach_stage (grid, 2, (int) i + 1, &columns[1], element->key);
      attach_label (grid, 3, (int) i + 1, difference, NULL);
    }
}
