/* The table of trusts.
 *
 * It shows an OctTrustList. What is drawn and how is OctDrawnTable's business; here stands how wide the
 * columns are, and what a row of a trust says.
 */

#include "oct-trust-table.h"

#include <glib/gi18n.h>

#include "oct-text.h"
#include "oct-trust.h"

struct _OctTrustTable
{
  OctDrawnTable parent_instance;

  /* owned */
  OctSession *session;
};

static void source_init (OctTableSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (OctTrustTable, oct_trust_table, OCT_TYPE_DRAWN_TABLE,
                               G_IMPLEMENT_INTERFACE (OCT_TYPE_TABLE_SOURCE, source_init))

G_STATIC_ASSERT (OCT_TRUST_COLUMN_NAME == OCT_TABLE_NAME);

/* What the arrow of a sorted column and the space beside it take. */
#define ARROW_CHARS 3

/* Columns of text: width in characters, and share of what is left over. Figures are as wide as their
 * headings, and at least as wide as this. */
#define LEAST_CHARS 7

static const struct
{
  guint8 chars;
  guint8 stretch;
} shapes[OCT_N_TRUST_COLUMNS] = {
  [OCT_TRUST_COLUMN_NAME] = { 42, 4 },   [OCT_TRUST_COLUMN_TYPE] = { 24, 1 },
  [OCT_TRUST_COLUMN_OPENED] = { 16, 0 }, [OCT_TRUST_COLUMN_MAIN_REGION] = { 22, 1 },
  [OCT_TRUST_COLUMN_TOWN] = { 15, 1 },
};

static const OctTrustFacts *
get_facts (GObject *item)
{
  return oct_trust_get_facts (OCT_TRUST (item));
}

/* What the rows say */

static void
describe_column (OctTableSource *source, guint column, OctTableColumn *description)
{
  description->key = oct_trust_column_key (column);
  description->label = oct_trust_column_label (column);
  description->heading = description->label;
  description->stretch = shapes[column].stretch;
  description->numeric = oct_trust_column_is_numeric (column);
  description->matches = column == OCT_TRUST_COLUMN_NAME || column == OCT_TRUST_COLUMN_UID;
  description->chars = MAX (shapes[column].chars, LEAST_CHARS);
  if (description->numeric)
    description->chars = MAX (description->chars,
                              (guint) g_utf8_strlen (description->heading, -1) + ARROW_CHARS);
}

static char *
get_text (OctTableSource *source, GObject *item, guint column)
{
  return oct_trust_column_text (column, get_facts (item));
}

static char *
get_details (OctTableSource *source, GObject *item)
{
  const OctTrustFacts *facts = get_facts (item);
  g_autofree char *schools = NULL;
  g_autofree char *pupils = NULL;

  if (!oct_trust_facts_know_schools (facts))
    return g_strdup (oct_group_type_label (facts->type));

  schools = oct_text_schools (facts->schools);
  pupils = oct_text_number (facts->pupils);
  if (facts->main_region == NULL || *facts->main_region == '\0')
    /* Translators: "15 schools", and number of pupils. */
    return g_strdup_printf (_("%s · %s pupils"), schools, pupils);
  /* Translators: "15 schools", number of pupils, and the region most of them are in. */
  return g_strdup_printf (_("%s · %s pupils · %s"), schools, pupils, facts->main_region);
}

static gboolean
is_starred (OctTableSource *source, GObject *item)
{
  return oct_session_is_trust_starred (OCT_TRUST_TABLE (source)->session, get_facts (item)->uid);
}

static gboolean
is_faint (OctTableSource *source, GObject *item)
{
  return !get_facts (item)->open;
}

/* A trust that is closed says so beside its name. */
static gboolean
get_mark (OctTableSource *source, GObject *item, guint column, const guint *shown,
          OctTableMark *mark)
{
  if (column != OCT_TRUST_COLUMN_NAME || get_facts (item)->open)
    return FALSE;
  mark->status = OCT_STATUS_CLOSED;
  mark->tag = oct_status_label (OCT_STATUS_CLOSED);
  return TRUE;
}

static void
source_init (OctTableSourceInterface *iface)
{
  iface->n_columns = OCT_N_TRUST_COLUMNS;
  iface->describe_column = describe_column;
  iface->get_text = get_text;
  iface->get_details = get_details;
  iface->is_starred = is_starred;
  iface->is_faint = is_faint;
  iface->get_mark = get_mark;
}

/* Object */

static void
oct_trust_table_constructed (GObject *object)
{
  g_autofree guint *columns = oct_trust_table_parse_columns (NULL);

  G_OBJECT_CLASS (oct_trust_table_parent_class)->constructed (object);

  oct_drawn_table_set_columns (OCT_DRAWN_TABLE (object), columns);
}

static void
oct_trust_table_finalize (GObject *object)
{
  g_clear_object (&OCT_TRUST_TABLE (object)->session);

  G_OBJECT_CLASS (oct_trust_table_parent_class)->finalize (object);
}

static void
oct_trust_table_class_init (OctTrustTableClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = oct_trust_table_constructed;
  G_OBJECT_CLASS (klass)->finalize = oct_trust_table_finalize;
}

static void
oct_trust_table_init (OctTrustTable *self)
{
}

/**
 * oct_trust_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
oct_trust_table_new (void)
{
  return g_object_new (OCT_TYPE_TRUST_TABLE, NULL);
}

/**
 * oct_trust_table_set_session:
 * @self: a table
 * @session: knows the stars
 *
 * Must be set before trusts are shown. The table shows its stars as they change.
 */
void
oct_trust_table_set_session (OctTrustTable *self, OctSession *session)
{
  g_return_if_fail (OCT_IS_TRUST_TABLE (self));

  if (g_set_object (&self->session, session) && session != NULL)
    g_signal_connect_object (session, "stars-changed", G_CALLBACK (oct_drawn_table_redraw), self,
                             G_CONNECT_SWAPPED);
}

static gboolean
contains (const guint *columns, guint n, guint column)
{
  for (guint i = 0; i < n; i++)
    {
      if (columns[i] == column)
        return TRUE;
    }
  return FALSE;
}

/**
 * oct_trust_table_parse_columns:
 * @text: (nullable): columns' keys with commas between them
 *
 * Reads a set of columns. Unknown and repeated keys are passed over, and the name is put first.
 *
 * Returns: (transfer full): columns ended by %OCT_N_TRUST_COLUMNS; the usual ones for %NULL
 */
guint *
oct_trust_table_parse_columns (const char *text)
{
  g_auto (GStrv) keys = g_strsplit (text != NULL ? text : "", ",", -1);
  guint *columns = g_new (guint, OCT_N_TRUST_COLUMNS + 1);
  guint n = 0;

  columns[n++] = OCT_TRUST_COLUMN_NAME;
  for (guint i = 1; text == NULL && i < OCT_N_TRUST_COLUMNS; i++)
    {
      if (oct_trust_column_is_default (i))
        columns[n++] = i;
    }
  for (guint i = 0; keys[i] != NULL; i++)
    {
      OctTrustColumn column;

      if (oct_trust_column_from_key (keys[i], &column) && !contains (columns, n, column))
        columns[n++] = column;
    }
  columns[n] = OCT_N_TRUST_COLUMNS;
  return columns;
}

/**
 * oct_trust_table_columns_to_text:
 * @self: a table
 *
 * Returns: (transfer full): the columns shown, as oct_trust_table_parse_columns() reads them
 */
char *
oct_trust_table_columns_to_text (OctTrustTable *self)
{
  GString *text = g_string_new (NULL);
  const guint *columns = oct_cell_layout_get_columns (
    oct_drawn_table_get_layout (OCT_DRAWN_TABLE (self)));

  for (guint i = 0; columns[i] < OCT_N_TRUST_COLUMNS; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", oct_trust_column_key (columns[i]));
  return g_string_free (text, FALSE);
}
