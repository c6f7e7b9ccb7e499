/* What a table shows: its columns, and the texts, stars and marks of its rows.
 *
 * A table of the register draws schools or trusts alike. What differs between them is this
 * interface, which the table itself implements: it describes columns and puts an item into words.
 * Column 0 is the name, by which one finds a row; it is always shown, and first.
 */
#pragma once

#include <gtk/gtk.h>

#include "oct-vocabulary.h"

G_BEGIN_DECLS

#define OCT_TYPE_TABLE_SOURCE (oct_table_source_get_type ())
G_DECLARE_INTERFACE (OctTableSource, oct_table_source, OCT, TABLE_SOURCE, GObject)

/* The column that names a row. */
#define OCT_TABLE_NAME 0u

/**
 * OctTableColumn:
 * @key: its name in locations and settings
 * @label: its name
 * @heading: what stands over it: the label, shortened where the table has no room for it
 * @chars: how many characters it likes to be wide, its heading and the arrow beside it included
 * @stretch: its share of the room that is left over, 0 where more room would not help it
 * @numeric: whether it holds figures, which stand at its end
 * @matches: whether a search looks for words in it
 *
 * How a column is drawn. The texts live as long as the program.
 */
typedef struct
{
  const char *key;
  const char *label;
  const char *heading;
  guint chars;
  guint stretch;
  gboolean numeric;
  gboolean matches;
} OctTableColumn;

/**
 * OctTableMark:
 * @status: whose shape is drawn
 * @tag: (nullable): words beside the shape, both at the cell's end; %NULL for the shape alone,
 *   before the cell's text
 *
 * What stands in a cell beside its text.
 */
typedef struct
{
  OctStatus status;
  const char *tag;
} OctTableMark;

struct _OctTableSourceInterface
{
  GTypeInterface parent_iface;

  guint n_columns;

  void (*describe_column) (OctTableSource *self, guint column, OctTableColumn *description);
  char *(*get_text) (OctTableSource *self, GObject *item, guint column);
  char *(*get_details) (OctTableSource *self, GObject *item);
  gboolean (*is_starred) (OctTableSource *self, GObject *item);
  gboolean (*is_faint) (OctTableSource *self, GObject *item);
  gboolean (*get_mark) (OctTableSource *self, GObject *item, guint column, const guint *shown,
                        OctTableMark *mark);
  /* Draws what stands before the row in place of a star, where something else does. */
  gboolean (*draw_lead) (OctTableSource *self, GObject *item, GtkSnapshot *snapshot,
                         const graphene_rect_t *area);
};

guint oct_table_source_get_n_columns (OctTableSource *self);
OctTableColumn oct_table_source_describe_column (OctTableSource *self, guint column);
char *oct_table_source_get_text (OctTableSource *self, GObject *item, guint column);
char *oct_table_source_get_details (OctTableSource *self, GObject *item);
gboolean oct_table_source_is_starred (OctTableSource *self, GObject *item);
gboolean oct_table_source_is_faint (OctTableSource *self, GObject *item);
gboolean oct_table_source_get_mark (OctTableSource *self, GObject *item, guint column,
                                    const guint *shown, OctTableMark *mark);
gboolean oct_table_source_draw_lead (OctTableSource *self, GObject *item, GtkSnapshot *snapshot,
                                     const graphene_rect_t *area);

guint oct_table_source_count (OctTableSource *self, const guint *columns);
gboolean oct_table_source_find_key (OctTableSource *self, const char *key, guint *column);

G_END_DECLS
