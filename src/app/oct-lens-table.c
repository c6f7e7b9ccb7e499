/* A lens as a table: a row for each place that an item is mapped to, and one for an item that leads
 * nowhere, so that a gap is a row as well.
 */
#include "oct-lens-table.h"

#include <glib/gi18n.h>

#include "oct-table.h"

enum
{
  COLUMN_ITEM,
  COLUMN_TEXT,
  COLUMN_ELEMENT,
  COLUMN_ASPECT,
  COLUMN_STAGE,
  COLUMN_BASIS,
  COLUMN_REASON,
  COLUMN_EVIDENCE,
  COLUMN_SCHOOLS,
  N_COLUMNS
};

typedef struct
{
  const OctLensItem *item;
  const OctLensAnswer *answer; /* (nullable): mapped to nothing */
} Row;

typedef struct
{
  OctAssessment *assessment;
  const GPtrArray *evidence;
  GArray *rows;
  GPtrArray *answers; /* keeps what the rows point to */
  char *text;         /* of the cell that was asked for last */
} Source;

static void
set_owned (Source *source, OctCell *cell, char *text)
{
  g_free (source->text);
  source->text = text;
  cell->text = text;
  cell->missing = text == NULL;
}

static void
answer_cell (Source *source, const OctLensAnswer *answer, guint column, OctCell *cell)
{
  switch (column)
    {
    case COLUMN_ELEMENT:
      cell->text = answer->element != NULL ? answer->element->name : answer->map->element;
      break;
    case COLUMN_ASPECT:
      cell->text = answer->aspect != NULL ? answer->aspect->name : answer->map->aspect;
      cell->missing = cell->text == NULL;
      break;
    case COLUMN_STAGE:
      set_owned (source, cell, oct_lens_answer_describe_stage (answer, source->assessment));
      break;
    case COLUMN_BASIS:
      set_owned (source, cell, oct_lens_answer_describe_basis (answer));
      break;
    case COLUMN_REASON:
      cell->text = answer->judgement != NULL ? answer->judgement->reason : NULL;
      cell->missing = cell->text == NULL;
      break;
    case COLUMN_EVIDENCE:
      cell->number = oct_lens_answer_count_evidence (answer, source->evidence);
      cell->missing = source->evidence == NULL;
      break;
    default:
      set_owned (source, cell, oct_lens_answer_describe_schools (answer, source->assessment));
      break;
    }
}

static void
cell_cb (gpointer data, guint row, guint column, OctCell *cell)
{
  Source *source = data;
  const Row *at = &g_array_index (source->rows, Row, row);

  if (column == COLUMN_ITEM)
    cell->text = at->item->name;
  else if (column == COLUMN_TEXT)
    cell->text = at->item->text;
  else if (at->answer != NULL)
    answer_cell (source, at->answer, column, cell);
  else if (column == COLUMN_ELEMENT)
    cell->text = _("Nothing is mapped to this yet");
  else
    cell->missing = TRUE;
}

static void
add_rows (Source *source, const OctLensItem *item)
{
  GPtrArray *answers = oct_lens_list_answers (source->assessment, item);
  Row row = { .item = item };

  g_ptr_array_add (source->answers, answers);
  for (guint i = 0; i < answers->len; i++)
    {
      row.answer = g_ptr_array_index (answers, i);
      g_array_append_val (source->rows, row);
    }
  if (answers->len == 0)
    g_array_append_val (source->rows, row);
}

/**
 * oct_lens_to_csv:
 * @lens: a lens
 * @assessment: what answers it
 * @evidence: (nullable) (element-type OctEvidence): evidence of the trust in the assessment's cycle;
 *   %NULL leaves the column empty
 *
 * Returns: (transfer full): the lens with its answers, in UTF-8 with a mark, for spreadsheets
 */
GBytes *
oct_lens_to_csv (OctLens *lens, OctAssessment *assessment, const GPtrArray *evidence)
{
  const OctTableColumn columns[N_COLUMNS] = {
    { _("Item"), OCT_CELL_TEXT, 30 },
    { _("What it says"), OCT_CELL_TEXT, 50 },
    { _("Element"), OCT_CELL_TEXT, 30 },
    { _("Aspect"), OCT_CELL_TEXT, 20 },
    { _("Stage"), OCT_CELL_TEXT, 16 },
    { _("Basis"), OCT_CELL_TEXT, 24 },
    { _("Reason"), OCT_CELL_TEXT, 60 },
    { _("Pieces of evidence"), OCT_CELL_INTEGER, 10 },
    { _("Where schools stand"), OCT_CELL_TEXT, 40 },
  };
  Source source = { .assessment = assessment, .evidence = evidence };
  OctTable table = { .columns = columns, .n_columns = N_COLUMNS, .cell = cell_cb };
  GPtrArray *items;
  GBytes *bytes;

  g_return_val_if_fail (OCT_IS_LENS (lens), NULL);
  g_return_val_if_fail (OCT_IS_ASSESSMENT (assessment), NULL);

  items = oct_lens_get_items (lens);
  source.rows = g_array_new (FALSE, FALSE, sizeof (Row));
  source.answers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < items->len; i++)
    add_rows (&source, g_ptr_array_index (items, i));
  table.name = oct_lens_get_name (lens);
  table.n_rows = source.rows->len;
  table.source = &source;
  bytes = oct_table_to_csv (&table, TRUE);
  g_array_unref (source.rows);
  g_ptr_array_unref (source.answers);
  g_free (source.text);

  return bytes;
}
