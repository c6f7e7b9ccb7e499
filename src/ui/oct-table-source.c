/* What a table shows.
 *
 * A set of columns is an array that ends with a number that is no column, so that an array of an
 * enumeration can be handed over as it is.
 */

#include "oct-table-source.h"

G_DEFINE_INTERFACE (OctTableSource, oct_table_source, G_TYPE_OBJECT)

static void
oct_table_source_default_init (OctTableSourceInterface *iface)
{
}

/**
 * oct_table_source_get_n_columns:
 * @self: what a table shows
 *
 * Returns: how many columns there are to choose from; they are numbered from 0
 */
guint
oct_table_source_get_n_columns (OctTableSource *self)
{
  return OCT_TABLE_SOURCE_GET_IFACE (self)->n_columns;
}

/**
 * oct_table_source_describe_column:
 * @self: what a table shows
 * @column: a column
 *
 * Returns: how the column is drawn
 */
OctTableColumn
oct_table_source_describe_column (OctTableSource *self, guint column)
{
  OctTableColumn description = { 0 };

  g_return_val_if_fail (column < oct_table_source_get_n_columns (self), description);

  OCT_TABLE_SOURCE_GET_IFACE (self)->describe_column (self, column, &description);
  return description;
}

/**
 * oct_table_source_get_text:
 * @self: what a table shows
 * @item: a row's item
 * @column: a column
 *
 * Returns: (transfer full) (nullable): what the cell says
 */
char *
oct_table_source_get_text (OctTableSource *self, GObject *item, guint column)
{
  return OCT_TABLE_SOURCE_GET_IFACE (self)->get_text (self, item, column);
}

/**
 * oct_table_source_get_details:
 * @self: what a table shows
 * @item: a row's item
 *
 * Returns: (transfer full): the line under the name in a narrow window
 */
char *
oct_table_source_get_details (OctTableSource *self, GObject *item)
{
  return OCT_TABLE_SOURCE_GET_IFACE (self)->get_details (self, item);
}

/**
 * oct_table_source_is_starred:
 * @self: what a table shows
 * @item: a row's item
 *
 * Returns: whether the item is on the watchlist
 */
gboolean
oct_table_source_is_starred (OctTableSource *self, GObject *item)
{
  return OCT_TABLE_SOURCE_GET_IFACE (self)->is_starred (self, item);
}

/**
 * oct_table_source_is_faint:
 * @self: what a table shows
 * @item: a row's item
 *
 * Returns: whether the row steps back behind the others, as what is closed does
 */
gboolean
oct_table_source_is_faint (OctTableSource *self, GObject *item)
{
  return OCT_TABLE_SOURCE_GET_IFACE (self)->is_faint (self, item);
}

/**
 * oct_table_source_get_mark:
 * @self: what a table shows
 * @item: a row's item
 * @column: a column
 * @shown: the columns that the table shows
 * @mark: (out caller-allocates): what stands in the cell beside its text
 *
 * Returns: whether there is a mark
 */
gboolean
oct_table_source_get_mark (OctTableSource *self, GObject *item, guint column, const guint *shown,
                           OctTableMark *mark)
{
  OctTableSourceInterface *iface = OCT_TABLE_SOURCE_GET_IFACE (self);

  return iface->get_mark != NULL && iface->get_mark (self, item, column, shown, mark);
}

/**
 * oct_table_source_draw_lead:
 * @self: what a table shows
 * @item: a row's item
 * @snapshot: where to draw
 * @area: the room before the row
 *
 * Draws what stands before a row in place of a star.
 *
 * Returns: whether anything does: rows of a table without stars
 */
gboolean
oct_table_source_draw_lead (OctTableSource *self, GObject *item, GtkSnapshot *snapshot,
                            const graphene_rect_t *area)
{
  OctTableSourceInterface *iface = OCT_TABLE_SOURCE_GET_IFACE (self);

  return iface->draw_lead != NULL && iface->draw_lead (self, item, snapshot, area);
}

/**
 * oct_table_source_count:
 * @self: what a table shows
 * @columns: columns, ended by a number that is none
 *
 * Returns: how many there are
 */
guint
oct_table_source_count (OctTableSource *self, const guint *columns)
{
  guint n_columns = oct_table_source_get_n_columns (self);
  guint n = 0;

  g_return_val_if_fail (columns != NULL, 0);

  while (columns[n] < n_columns)
    n++;
  return n;
}

/**
 * oct_table_source_find_key:
 * @self: what a table shows
 * @key: (nullable): the name of a column in a setting
 * @column: (out): the column
 *
 * Returns: whether there is such a column
 */
gboolean
oct_table_source_find_key (OctTableSource *self, const char *key, guint *column)
{
  for (guint i = 0; i < oct_table_source_get_n_columns (self); i++)
    {
      if (g_strcmp0 (oct_table_source_describe_column (self, i).key, key) == 0)
        {
          *column = i;
          return TRUE;
        }
    }
  return FALSE;
}
