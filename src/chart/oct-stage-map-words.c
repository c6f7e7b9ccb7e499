/* A heat map of stages in words: the finding, the cells, the table.
 *
 * The finding is looked for in this order: a row that went back in several columns, one stage
 * everywhere, a row that moved on in several, other changes, and else the column that is most of
 * one mind. Stages are counted but never added up.
 */
#include <glib/gi18n.h>

#include "oct-stage-map-private.h"

typedef struct
{
  guint judged, not_judged, up, down;
  guint most_down, rows_most_down; /* in one row; how many rows share it */
  guint most_up, rows_most_up;
  const OctStageRow *down_row, *up_row;
  int column, column_stage; /* the column with most rows at one stage, and that stage */
  guint column_n, column_judged;
  int only_stage; /* the stage of all that is judged, or %OCT_STAGE_NOT_JUDGED */
} Findings;

static void
count_row (OctStageMapChart *self, const OctStageRow *row, Findings *findings)
{
  guint up = 0, down = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      int change = oct_stages_get_change (&self->stages, row->previous[i], row->stages[i]);

      up += change > 0;
      down += change < 0;
      if (row->stages[i] == OCT_STAGE_NOT_JUDGED)
        findings->not_judged++;
      else if (findings->judged++ == 0)
        findings->only_stage = row->stages[i];
      else if (findings->only_stage != row->stages[i])
        findings->only_stage = OCT_STAGE_NOT_JUDGED;
    }
  findings->up += up;
  findings->down += down;
  findings->rows_most_down += down == findings->most_down;
  findings->rows_most_up += up == findings->most_up;
  if (down > findings->most_down)
    {
      findings->most_down = down;
      findings->rows_most_down = 1;
      findings->down_row = row;
    }
  if (up > findings->most_up)
    {
      findings->most_up = up;
      findings->rows_most_up = 1;
      findings->up_row = row;
    }
}

/* The share decides, so that a column few rows are judged in doesn't hide behind one that all are. */
static void
count_column (OctStageMapChart *self, guint column, Findings *findings)
{
  guint counts[OCT_STAGES_MAX] = { 0 }, judged = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      int stage = oct_stage_map_row (self, i)->stages[column];

      if (stage != OCT_STAGE_NOT_JUDGED)
        {
          counts[stage]++;
          judged++;
        }
    }
  for (guint i = 0; i < self->stages.n; i++)
    {
      if (counts[i] * findings->column_judged > findings->column_n * judged
          || (findings->column_judged == 0 && counts[i] > 0))
        {
          findings->column = column;
          findings->column_stage = i;
          findings->column_n = counts[i];
          findings->column_judged = judged;
        }
    }
}

static void
find (OctStageMapChart *self, Findings *findings)
{
  *findings = (Findings) { .only_stage = OCT_STAGE_NOT_JUDGED };
  for (guint i = 0; i < self->rows->len; i++)
    count_row (self, oct_stage_map_row (self, i), findings);
  for (guint i = 0; i < self->n_columns; i++)
    count_column (self, i, findings);
}

static char *
changes_to_text (const Findings *findings)
{
  /* Translators: how many judgements of all moved to a later and to an earlier stage. */
  return g_strdup_printf (_("%u moved on, %u went back"), findings->up, findings->down);
}

static char *
column_to_text (OctStageMapChart *self, const Findings *findings)
{
  /* Translators: an element's name, how many of how many, and the stage they are at. */
  return g_strdup_printf (_("%s: %u of %u at %s"), self->columns[findings->column].name,
                          findings->column_n, findings->column_judged,
                          oct_stages_get_name (&self->stages, findings->column_stage));
}

static char *
row_to_text (OctStageMapChart *self, const char *name, guint n, gboolean back)
{
  if (back)
    /* Translators: a school's name; in how many elements of how many it is at an earlier stage. */
    return g_strdup_printf (ngettext ("%s went back in %u of %u element",
                                      "%s went back in %u of %u elements", self->n_columns),
                            name, n, self->n_columns);
  /* Translators: a school's name; in how many elements of how many it is at a later stage. */
  return g_strdup_printf (ngettext ("%s moved on in %u of %u element",
                                    "%s moved on in %u of %u elements", self->n_columns),
                          name, n, self->n_columns);
}

static char *
finding_to_text (OctStageMapChart *self, const Findings *findings)
{
  if (findings->judged == 0)
    return g_strdup (_("Nothing is judged yet"));
  if (findings->most_down >= 2 && findings->rows_most_down == 1)
    return row_to_text (self, findings->down_row->name, findings->most_down, TRUE);
  if (findings->only_stage != OCT_STAGE_NOT_JUDGED && findings->judged > 1)
    /* Translators: a stage, such as "Developing". */
    return g_strdup_printf (_("All that is judged is at %s"),
                            oct_stages_get_name (&self->stages, findings->only_stage));
  if (findings->most_up >= 2 && findings->rows_most_up == 1)
    return row_to_text (self, findings->up_row->name, findings->most_up, FALSE);
  if (findings->up + findings->down > 0)
    return changes_to_text (findings);
  return column_to_text (self, findings);
}

char *
oct_stage_map_suggest_title (OctChart *chart)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);
  Findings findings;

  if (self->rows->len == 0 || self->n_columns == 0)
    return NULL;
  find (self, &findings);
  return finding_to_text (self, &findings);
}

static void
append (GString *text, char *sentence)
{
  g_string_append_printf (text, " %s.", sentence);
  g_free (sentence);
}

char *
oct_stage_map_describe (OctChart *chart)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  Findings findings;

  /* Translators: numbers of rows and of columns. */
  g_string_append_printf (text, _("Heat map of stages, %u by %u."), self->rows->len,
                          self->n_columns);
  if (self->rows->len == 0 || self->n_columns == 0)
    return g_strdup (text->str);
  find (self, &findings);
  append (text, finding_to_text (self, &findings));
  if (findings.judged == 0)
    return g_strdup (text->str);
  if (findings.up + findings.down > 0)
    {
      if (self->previous_name != NULL)
        /* Translators: a time, such as "spring 2026". */
        g_string_append_printf (text, _(" Since %s:"), self->previous_name);
      append (text, changes_to_text (&findings));
    }
  if (findings.up_row != NULL && findings.most_up >= 2 && findings.rows_most_up == 1
      && findings.most_down >= 2)
    append (text, row_to_text (self, findings.up_row->name, findings.most_up, FALSE));
  if (findings.only_stage == OCT_STAGE_NOT_JUDGED && self->rows->len > 1)
    append (text, column_to_text (self, &findings));
  if (findings.not_judged > 0)
    append (text, g_strdup_printf (_("Not judged: %u"), findings.not_judged));
  return g_strdup (text->str);
}

char *
oct_stage_map_describe_datum (OctChart *chart, int datum)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *change = NULL;
  const OctStageRow *row;
  guint column;

  if (self->n_columns == 0 || datum >= (int) (self->rows->len * self->n_columns))
    return NULL;
  row = oct_stage_map_row (self, datum / self->n_columns);
  column = datum % self->n_columns;
  change = oct_stages_change_to_text (&self->stages, row->previous[column], row->stages[column]);
  /* Translators: a school's name, an element's name, the stage. */
  g_string_append_printf (text, _("%s, %s: %s"), row->name, self->columns[column].name,
                          oct_stages_get_name (&self->stages, row->stages[column]));
  if (row->previous[column] != OCT_STAGE_NOT_JUDGED && change != NULL)
    g_string_append_printf (text, ", %s", change);
  if (row->drafts[column])
    g_string_append_printf (text, ", %s", _("draft"));
  if (oct_stage_map_own_differs (row, column))
    {
      g_string_append (text, ", ");
      /* Translators: a stage, in a school's own view. */
      g_string_append_printf (text, _("own view %s"),
                              oct_stages_get_name (&self->stages, row->own[column]));
    }
  return g_strdup (text->str);
}

OctChartTable *
oct_stage_map_table (OctChart *chart)
{
  OctStageMapChart *self = OCT_STAGE_MAP_CHART (chart);
  OctChartTable *table = oct_chart_table_new (
    6, self->item_name != NULL ? self->item_name : _("Name"), _("Element"), _("Stage"),
    self->previous_name != NULL ? self->previous_name : _("Before"), _("Own view"), _("Status"));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const OctStageRow *row = oct_stage_map_row (self, i);

      for (guint j = 0; j < self->n_columns; j++)
        oct_chart_table_add (table, row->name, self->columns[j].name,
                             oct_stages_get_name (&self->stages, row->stages[j]),
                             row->previous[j] != OCT_STAGE_NOT_JUDGED
                               ? oct_stages_get_name (&self->stages, row->previous[j])
                               : "",
                             row->own[j] != OCT_STAGE_NOT_JUDGED
                               ? oct_stages_get_name (&self->stages, row->own[j])
                               : "",
                             row->drafts[j] ? _("Draft") : "");
    }
  return table;
}
