/* The table of schools.
 *
 * It shows an OctSchoolList. What is drawn and how is OctDrawnTable's business; here stands what the
 * columns are, and what a row of a school says.
 */

#include "octant-config.h"

#include "oct-school-table.h"

#include "oct-commands.h"
#include "oct-fold.h"

struct _OctSchoolTable
{
  OctDrawnTable parent_instance;

  /* owned */
  OctSession *session;
  OctSchoolQuery *query;
  OctColumn *columns;
};

static void source_init (OctTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OctSchoolTable, oct_school_table, OCT_TYPE_DRAWN_TABLE,
                               G_IMPLEMENT_INTERFACE (OCT_TYPE_TABLE_SOURCE, source_init))

/* The table takes columns as plain numbers. */
G_STATIC_ASSERT (sizeof (OctColumn) == sizeof (guint));
G_STATIC_ASSERT (OCT_COLUMN_NAME == OCT_TABLE_NAME);

static const OctSchoolFacts *
get_facts (GObject *item)
{
  return oct_school_get_facts (OCT_SCHOOL (item));
}

/* What the rows say */

static void
describe_column (OctTableSource *source, guint number, OctTableColumn *description)
{
  OctColumn column = (OctColumn) number;

  description->key = oct_column_key (column);
  description->label = oct_column_label (column);
  description->heading = oct_school_column_heading (column);
  description->chars = oct_school_column_chars (column);
  description->stretch = oct_school_column_stretch (column);
  description->numeric = oct_column_is_numeric (column);
  description->matches = oct_school_column_matches (column);
}

static char *
get_text (OctTableSource *source, GObject *item, guint column)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (source);

  return oct_school_column_text (self->session, get_facts (item), (OctColumn) column, self->query);
}

/* "Primary · Leeds · Ash Grove Trust" */
static char *
get_details (OctTableSource *source, GObject *item)
{
  const OctColumn parts[] = { OCT_COLUMN_STATUS, OCT_COLUMN_PHASE, OCT_COLUMN_TOWN,
                              OCT_COLUMN_TRUST };
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = NULL;

      if (parts[i] == OCT_COLUMN_STATUS && get_facts (item)->status == OCT_STATUS_OPEN)
        continue;
      text = get_text (source, item, parts[i]);
      if (text == NULL || *text == '\0')
        continue;
      if (line->len > 0)
        g_string_append (line, " · ");
      g_string_append (line, text);
    }
  return g_string_free (line, FALSE);
}

static gboolean
is_starred (OctTableSource *source, GObject *item)
{
  return oct_session_is_starred (OCT_SCHOOL_TABLE (source)->session, get_facts (item)->urn);
}

static gboolean
is_faint (OctTableSource *source, GObject *item)
{
  return !oct_status_is_open (get_facts (item)->status);
}

/* The status has its shape. A table without a column for it says beside the name that a school isn't
 * simply open. */
static gboolean
get_mark (OctTableSource *source, GObject *item, guint column, const guint *shown,
          OctTableMark *mark)
{
  mark->status = get_facts (item)->status;
  mark->tag = NULL;
  if (column == OCT_COLUMN_STATUS)
    return TRUE;
  if (column != OCT_COLUMN_NAME || mark->status == OCT_STATUS_OPEN)
    return FALSE;
  for (guint i = 0; shown[i] < OCT_COLUMN_RELEVANCE; i++)
    {
      if (shown[i] == OCT_COLUMN_STATUS)
        return FALSE;
    }
  mark->tag = oct_status_label (mark->status);
  return TRUE;
}

static void
source_init (OctTableSourceInterface *iface)
{
  /* Relevance is an order and no column. */
  iface->n_columns = OCT_COLUMN_RELEVANCE;
  iface->describe_column = describe_column;
  iface->get_text = get_text;
  iface->get_details = get_details;
  iface->is_starred = is_starred;
  iface->is_faint = is_faint;
  iface->get_mark = get_mark;
}

/* Object */

static void
oct_school_table_constructed (GObject *object)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (object);

  G_OBJECT_CLASS (oct_school_table_parent_class)->constructed (object);

  self->columns = oct_school_columns_parse (NULL);
  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (self), (const guint *) self->columns);
}

static void
oct_school_table_finalize (GObject *object)
{
  OctSchoolTable *self = OCT_SCHOOL_TABLE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->query);
  g_free (self->columns);
  G_OBJECT_CLASS (oct_school_table_parent_class)->finalize (object);
}

static void
oct_school_table_class_init (OctSchoolTableClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = oct_school_table_constructed;
  G_OBJECT_CLASS (klass)->finalize = oct_school_table_finalize;
}

static void
oct_school_table_init (OctSchoolTable *self)
{
}

/* Public */

/**
 * oct_school_table_new:
 *
 * Makes an empty table.
 *
 * Returns: (transfer floating): the table
 */
GtkWidget *
oct_school_table_new (void)
{
  return g_object_new (OCT_TYPE_SCHOOL_TABLE, NULL);
}

/**
 * oct_school_table_set_session:
 * @self: a table
 * @session: (nullable): knows the stars and puts facts into words
 *
 * Sets the session. The table shows its stars as they change.
 */
void
oct_school_table_set_session (OctSchoolTable *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));

  if (g_set_object (&self->session, session) && session != NULL)
    g_signal_connect_object (session, "stars-changed", G_CALLBACK (oct_drawn_table_redraw), self,
                             G_CONNECT_SWAPPED);
}

/**
 * oct_school_table_set_columns:
 * @self: a table
 * @columns: columns ended by %OCT_N_COLUMNS
 *
 * Sets which columns are shown, in which order.
 */
void
oct_school_table_set_columns (OctSchoolTable *self, const OctColumn *columns)
{
  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));

  if (oct_school_columns_equal (columns, self->columns))
    return;
  g_free (self->columns);
  self->columns = oct_school_columns_copy (columns);
  oct_drawn_table_set_sort (OCT_DRAWN_TABLE (self), OCT_COLUMN_RELEVANCE, FALSE);
  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (self), (const guint *) self->columns);
}

/**
 * oct_school_table_get_columns:
 * @self: a table
 *
 * Returns: (transfer none): the columns that are shown, ended by %OCT_N_COLUMNS
 */
const OctColumn *
oct_school_table_get_columns (OctSchoolTable *self)
{
  g_return_val_if_fail (OCT_IS_SCHOOL_TABLE (self), NULL);

  return self->columns;
}

/**
 * oct_school_table_set_query:
 * @self: a table
 * @query: what was asked
 *
 * Marks the words of a query, shows its order in the header, and tells distances from its place.
 * Called before the list changes, so that rows are drawn once.
 */
void
oct_school_table_set_query (OctSchoolTable *self, OctSchoolQuery *query)
{
  g_autofree char *words = NULL;
  gboolean descending;
  OctColumn sort;

  g_return_if_fail (OCT_IS_SCHOOL_TABLE (self));
  g_return_if_fail (OCT_IS_SCHOOL_QUERY (query));

  g_set_object (&self->query, query);
  words = oct_fold (oct_school_query_get_text (query));
  sort = oct_school_query_get_sort (query, &descending);
  oct_drawn_table_set_sort (OCT_DRAWN_TABLE (self), sort, descending);
  oct_drawn_table_set_words (OCT_DRAWN_TABLE (self), words);
}
