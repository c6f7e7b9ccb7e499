/* Everything the register says of a school, in groups, with the source and date of every fact.
 *
 * The publisher's columns come one fact each; a person reads an address, a head and a list of
 * provision, so those are put together here. Fields of no value for reading – codes – are kept
 * in a group that opens on request.
 */

#include "oct-fact-board.h"

#include <glib/gi18n.h>

#include "oct-columns.h"
#include "oct-fact-row.h"
#include "oct-fact.h"
#include "oct-section.h"
#include "oct-table.h"
#include "oct-text.h"

struct _OctFactBoard
{
  AdwBin parent_instance;

  /* owned by the widget tree */
  OctColumns *columns;

  gboolean show_sources;
};

G_DEFINE_FINAL_TYPE (OctFactBoard, oct_fact_board, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SHOW_SOURCES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const OctField address_fields[] = {
  OCT_FIELD_STREET, OCT_FIELD_LOCALITY, OCT_FIELD_ADDRESS3,
  OCT_FIELD_TOWN,   OCT_FIELD_COUNTY,   OCT_FIELD_POSTCODE,
};

static const OctField head_fields[] = {
  OCT_FIELD_HEAD_TITLE,
  OCT_FIELD_HEAD_FIRST_NAME,
  OCT_FIELD_HEAD_LAST_NAME,
};

static OctFact *
find_fact (GPtrArray *facts, OctField field)
{
  for (guint i = 0; i < facts->len; i++)
    if (oct_fact_get_field (g_ptr_array_index (facts, i)) == field)
      return g_ptr_array_index (facts, i);

  return NULL;
}

static char *
describe_source (OctFact *fact)
{
  g_autofree char *date = oct_text_date (oct_fact_get_date (fact));

  /* Translators: the name of a public file, and the day it was published. */
  return g_strdup_printf (_("%s, %s"), oct_fact_get_source (fact), date);
}

static GtkWidget *
create_row (OctFactBoard *self, const char *label, const char *value, OctFact *fact)
{
  g_autofree char *source = describe_source (fact);
  GtkWidget *row = oct_fact_row_new (label, value, source);

  g_object_bind_property (self, "show-sources", row, "show-source", G_BINDING_SYNC_CREATE);
  return row;
}

/* Several facts as one value; @fact is set to the first of them. */
static char *
join_facts (GPtrArray *facts, const OctField *fields, guint n_fields, const char *separator,
            OctFact **fact)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  *fact = NULL;
  for (guint i = 0; i < n_fields; i++)
    {
      OctFact *part = find_fact (facts, fields[i]);

      if (part == NULL)
        continue;
      if (*fact == NULL)
        *fact = part;
      else
        g_string_append (joined, separator);
      g_string_append (joined, oct_fact_get_value (part));
    }

  return *fact != NULL ? g_strdup (joined->str) : NULL;
}

static GtkWidget *
create_fact_row (OctFactBoard *self, OctFact *fact)
{
  const char *value = oct_fact_get_value (fact);
  GtkWidget *row = create_row (self, oct_fact_get_label (fact), value, fact);
  guint64 uid = 0;

  switch (oct_fact_get_field (fact))
    {
    case OCT_FIELD_WEBSITE:
      oct_fact_row_set_web (OCT_FACT_ROW (row), value);
      break;
    case OCT_FIELD_TELEPHONE:
    case OCT_FIELD_URN:
    case OCT_FIELD_UKPRN:
    case OCT_FIELD_COMPANY_NUMBER:
      oct_fact_row_set_copyable (OCT_FACT_ROW (row), TRUE);
      break;
    case OCT_FIELD_TRUST_UID:
    case OCT_FIELD_FEDERATION_UID:
      if (g_ascii_string_to_unsigned (value, 10, 1, G_MAXUINT32, &uid, NULL))
        {
          g_autofree char *location = oct_text_trust_location ((guint32) uid);

          oct_fact_row_set_location (OCT_FACT_ROW (row), location);
        }
      break;
    default:
      break;
    }

  return row;
}

/* Puts the rows on a card; a line under it names the source where all have the same. */
static void
append_section (OctFactBoard *self, const char *title, GPtrArray *rows, gboolean collapsed)
{
  GtkWidget *section = oct_section_new (collapsed ? NULL : title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *source = NULL;
  gboolean same = TRUE;

  for (guint i = 0; i < rows->len; i++)
    {
      OctFactRow *row = g_ptr_array_index (rows, i);

      if (source == NULL)
        source = oct_fact_row_get_source (row);
      same = same && g_strcmp0 (source, oct_fact_row_get_source (row)) == 0;
      if (i > 0)
        gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (box), GTK_WIDGET (row));
    }

  if (collapsed)
    {
      GtkWidget *expander = gtk_expander_new (title);

      gtk_widget_set_margin_top (expander, 7);
      gtk_widget_set_margin_bottom (expander, 7);
      gtk_widget_set_margin_start (expander, 12);
      gtk_widget_set_margin_end (expander, 12);
      gtk_expander_set_child (GTK_EXPANDER (expander), box);
      box = expander;
    }
  oct_section_set_content (OCT_SECTION (section), box);
  if (same && source != NULL)
    {
      /* Translators: the name of a public file, and the day it was published. */
      g_autofree char *footnote = g_strdup_printf (_("Source: %s"), source);

      oct_section_set_footnote (OCT_SECTION (section), footnote);
    }
  else
    oct_section_set_footnote (OCT_SECTION (section),
                              _("From more than one source: “Show sources” names each."));
  oct_columns_append (self->columns, section);
}

static void
append_contact (OctFactBoard *self, GPtrArray *facts)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  OctFact *job = find_fact (facts, OCT_FIELD_HEAD_JOB_TITLE);
  OctFact *first;
  g_autofree char *head = join_facts (facts, head_fields, G_N_ELEMENTS (head_fields), " ", &first);
  g_autofree char *address = NULL;
  const OctField plain[] = { OCT_FIELD_TELEPHONE, OCT_FIELD_WEBSITE };

  if (head != NULL)
    g_ptr_array_add (rows, create_row (self, job != NULL ? oct_fact_get_value (job) : _("Head"),
                                       head, first));
  address = join_facts (facts, address_fields, G_N_ELEMENTS (address_fields), "\n", &first);
  if (address != NULL)
    {
      GtkWidget *row = create_row (self, _("Address"), address, first);

      oct_fact_row_set_copyable (OCT_FACT_ROW (row), TRUE);
      g_ptr_array_add (rows, row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      OctFact *fact = find_fact (facts, plain[i]);

      if (fact != NULL)
        g_ptr_array_add (rows, create_fact_row (self, fact));
    }

  if (rows->len > 0)
    append_section (self, _("Contact"), rows, FALSE);
}

/* What the publisher writes where a fact has no meaning for a school. */
static gboolean
is_not_applicable (OctFact *fact)
{
  const char *value = oct_fact_get_value (fact);

  return g_ascii_strcasecmp (value, "Not applicable") == 0
         || g_ascii_strcasecmp (value, "Does not apply") == 0;
}

/* One line for all of them: a school has some twenty, and they drown the rest. */
static void
append_not_applicable (OctFactBoard *self, GPtrArray *rows, GPtrArray *facts)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  if (facts->len == 0)
    return;

  for (guint i = 0; i < facts->len; i++)
    g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "",
                            oct_fact_get_label (g_ptr_array_index (facts, i)));
  g_ptr_array_add (rows, create_row (self, _("Not applicable"), labels->str,
                                     g_ptr_array_index (facts, 0)));
}

static void
append_group (OctFactBoard *self, GPtrArray *facts, OctFieldGroup group)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) not_applicable = g_ptr_array_new ();

  for (guint i = 0; i < facts->len; i++)
    {
      OctFact *fact = g_ptr_array_index (facts, i);
      OctField field = oct_fact_get_field (fact);

      if (oct_field_group (field) != group || (field > OCT_FIELD_SEN1 && field <= OCT_FIELD_SEN13))
        continue;
      if (is_not_applicable (fact) && group != OCT_FIELD_GROUP_CODES)
        g_ptr_array_add (not_applicable, fact);
      else if (field == OCT_FIELD_SEN1)
        {
          OctField kinds[OCT_FIELD_SEN13 - OCT_FIELD_SEN1 + 1];
          g_autofree char *provision = NULL;
          OctFact *first;

          for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
            kinds[k] = OCT_FIELD_SEN1 + k;
          provision = join_facts (facts, kinds, G_N_ELEMENTS (kinds), "\n", &first);
          g_ptr_array_add (rows, create_row (self, _("Types of SEN provision"), provision, first));
        }
      else
        g_ptr_array_add (rows, create_fact_row (self, fact));
    }

  append_not_applicable (self, rows, not_applicable);
  if (rows->len > 0)
    append_section (self, oct_field_group_label (group), rows, group == OCT_FIELD_GROUP_CODES);
}

static void
oct_fact_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHOW_SOURCES:
      g_value_set_boolean (value, OCT_FACT_BOARD (object)->show_sources);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_fact_board_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  OctFactBoard *self = OCT_FACT_BOARD (object);

  switch (id)
    {
    case PROP_SHOW_SOURCES:
      if (self->show_sources == g_value_get_boolean (value))
        return;
      self->show_sources = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
oct_fact_board_class_init (OctFactBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = oct_fact_board_get_property;
  object_class->set_property = oct_fact_board_set_property;

  properties[PROP_SHOW_SOURCES] = g_param_spec_boolean ("show-sources", NULL, NULL, FALSE,
                                                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                                          | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
oct_fact_board_init (OctFactBoard *self)
{
  self->columns = g_object_new (OCT_TYPE_COLUMNS, "column-width", 340, "max-columns", 3, "spacing",
                                18, "packed", TRUE, NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->columns));
}

/**
 * oct_fact_board_new:
 *
 * Returns: (transfer floating): an empty board
 */
GtkWidget *
oct_fact_board_new (void)
{
  return g_object_new (OCT_TYPE_FACT_BOARD, NULL);
}

/**
 * oct_fact_board_set_facts:
 * @facts: (nullable) (element-type OctFact): what is stated of a school
 * @part: which of it the board shows
 *
 * Shows the facts, in place of those shown before.
 */
void
oct_fact_board_set_facts (OctFactBoard *self, GPtrArray *facts, OctFactBoardPart part)
{
  g_return_if_fail (OCT_IS_FACT_BOARD (self));

  oct_columns_remove_all (self->columns);
  if (facts == NULL)
    return;

  if (part == OCT_FACT_BOARD_CONTACT)
    {
      append_contact (self, facts);
      return;
    }
  for (guint group = 0; group < OCT_N_FIELD_GROUPS; group++)
    if (group != OCT_FIELD_GROUP_CONTACT && group != OCT_FIELD_GROUP_PEOPLE)
      append_group (self, facts, group);
}

/**
 * oct_facts_to_text:
 * @facts: (element-type OctFact): what is stated of a school
 *
 * Returns: (transfer full): a line for each fact, label and value with a tab between
 */
char *
oct_facts_to_text (GPtrArray *facts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      OctFact *fact = g_ptr_array_index (facts, i);

      g_string_append_printf (text, "%s\t%s\n", oct_fact_get_label (fact),
                              oct_fact_get_value (fact));
    }

  return g_string_free (text, FALSE);
}

static void
fact_cell (gpointer source, guint row, guint column, OctCell *cell)
{
  OctFact *fact = g_ptr_array_index ((GPtrArray *) source, row);

  if (column == 0)
    cell->text = oct_fact_get_label (fact);
  else if (column == 1)
    cell->text = oct_fact_get_value (fact);
  else if (column == 2)
    cell->text = oct_fact_get_source (fact);
  else
    cell->date = oct_fact_get_date (fact);
}

/**
 * oct_facts_to_csv:
 * @facts: (element-type OctFact): what is stated of a school
 *
 * Returns: (transfer full): a row for each fact: what, value, source, date
 */
GBytes *
oct_facts_to_csv (GPtrArray *facts)
{
  const OctTableColumn columns[] = {
    { _("Fact"), OCT_CELL_TEXT, 30 },
    { _("Value"), OCT_CELL_TEXT, 40 },
    { _("Source"), OCT_CELL_TEXT, 30 },
    { _("Date of source"), OCT_CELL_DATE, 14 },
  };
  const OctTable table = {
    .name = _("Facts"),
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .n_rows = facts->len,
    .cell = fact_cell,
    .source = facts,
  };

  return oct_table_to_csv (&table, TRUE);
}
