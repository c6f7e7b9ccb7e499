/* A trust side by side with up to five others: a table of figures, and bars.
 *
 * The figures are those of the table of trusts, by the same names. The first trust is the page's
 * own and highlighted; the order of the others is that in which they were added, never a ranking.
 */

#include "oct-trust-compare.h"

#include <glib/gi18n.h>

#include "oct-bar-chart.h"
#include "oct-chart-view.h"
#include "oct-columns.h"
#include "oct-section.h"
#include "oct-text.h"
#include "oct-trust-column.h"
#include "oct-trust-picker.h"

/* A column is as wide as "Multi-academy", or as a day. */
#define COLUMN_CHARS 13

struct _OctTrustCompare
{
  AdwBin parent_instance;

  /* template */
  OctTrustPicker *picker;
  GtkLabel *hint;
  AdwBin *table_bin;
  OctColumns *charts;

  /* owned */
  OctSession *session;
  GArray *uids; /* of guint32, the page's own first */
};

G_DEFINE_FINAL_TYPE (OctTrustCompare, oct_trust_compare, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The rows of the table, in order. */
static const OctTrustColumn figures[] = {
  OCT_TRUST_COLUMN_TYPE,         OCT_TRUST_COLUMN_SCHOOLS,       OCT_TRUST_COLUMN_PRIMARY,
  OCT_TRUST_COLUMN_SECONDARY,    OCT_TRUST_COLUMN_SPECIAL,       OCT_TRUST_COLUMN_PUPILS,
  OCT_TRUST_COLUMN_FSM,          OCT_TRUST_COLUMN_CAPACITY_USED, OCT_TRUST_COLUMN_MAIN_REGION,
  OCT_TRUST_COLUMN_REGIONS,      OCT_TRUST_COLUMN_AUTHORITIES,   OCT_TRUST_COLUMN_OPENED_SINCE,
  OCT_TRUST_COLUMN_JOINED_SINCE, OCT_TRUST_COLUMN_LEFT_SINCE,    OCT_TRUST_COLUMN_OPENED,
};

static const struct
{
  OctTrustColumn column;
  OctChartUnit unit;
  const char *title;
} charts[] = {
  { OCT_TRUST_COLUMN_SCHOOLS, OCT_CHART_UNIT_COUNT, N_("Open schools") },
  { OCT_TRUST_COLUMN_PUPILS, OCT_CHART_UNIT_COUNT, N_("Pupils") },
  { OCT_TRUST_COLUMN_FSM, OCT_CHART_UNIT_PERCENT, N_("Pupils eligible for free school meals") },
  { OCT_TRUST_COLUMN_CAPACITY_USED, OCT_CHART_UNIT_PERCENT, N_("Capacity used") },
};

static const OctTrustFacts *
facts_of (OctTrustCompare *self, guint i)
{
  OctRegister *reg = oct_session_get_register (self->session);
  OctTrust *trust = reg != NULL
                      ? oct_register_get_trust (reg, g_array_index (self->uids, guint32, i))
                      : NULL;

  return trust != NULL ? oct_trust_get_facts (trust) : NULL;
}

static void update (OctTrustCompare *self);

static void
name_clicked_cb (GtkButton *button, gpointer data)
{
  g_autofree char *location = oct_text_trust_location (GPOINTER_TO_UINT (data));

  gtk_widget_activate_action (GTK_WIDGET (button), "win.go", "s", location);
}

static void
remove_clicked_cb (GtkButton *button, OctTrustCompare *self)
{
  guint32 uid = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "uid"));

  for (guint i = 1; i < self->uids->len; i++)
    if (g_array_index (self->uids, guint32, i) == uid)
      {
        g_array_remove_index (self->uids, i);
        break;
      }
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
create_remove_button (OctTrustCompare *self, const OctTrustFacts *facts)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: the name of a trust. */
  g_autofree char *tooltip = g_strdup_printf (_("Remove %s"), facts->name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_object_set_data (G_OBJECT (button), "uid", GUINT_TO_POINTER (facts->uid));
  g_signal_connect (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  return button;
}

static GtkWidget *
create_name_label (const OctTrustFacts *facts)
{
  GtkWidget *label = gtk_label_new (facts->name);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_set_tooltip_text (label, facts->name);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* The page's own trust can neither be removed nor gone to. */
static GtkWidget *
create_heading (OctTrustCompare *self, guint i, const OctTrustFacts *facts)
{
  GtkWidget *label = create_name_label (facts);
  GtkWidget *box;
  GtkWidget *button;
  GtkWidget *remove;

  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  if (i == 0)
    {
      /* In line with the names of the others, which are buttons. */
      gtk_label_set_yalign (GTK_LABEL (label), 1);
      gtk_widget_set_margin_bottom (label, 4);
      return label;
    }

  /* The cross stands above the name, so that six columns find room in a window of ordinary width. */
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  remove = create_remove_button (self, facts);
  gtk_widget_set_halign (remove, GTK_ALIGN_END);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "oct-column-name");
  gtk_widget_set_vexpand (button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  g_signal_connect (button, "clicked", G_CALLBACK (name_clicked_cb), GUINT_TO_POINTER (facts->uid));
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), remove);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
create_cell (const char *text, gboolean heading)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), heading ? 0 : 1);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_set_halign (label, heading ? GTK_ALIGN_START : GTK_ALIGN_END);
  gtk_widget_add_css_class (label, heading ? "dim-label" : "numeric");
  if (!heading)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      /* As wide as it would like to be, or its height would hang on the width of the window. */
      gtk_label_set_width_chars (GTK_LABEL (label), COLUMN_CHARS + 2);
      gtk_label_set_max_width_chars (GTK_LABEL (label), COLUMN_CHARS + 2);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    }
  return label;
}

static void
show_table (OctTrustCompare *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_widget_set_margin_top (grid, 12);
  /* Room for the scrollbar, which the height that is asked for doesn't count. */
  gtk_widget_set_margin_bottom (grid, 28);
  gtk_widget_set_margin_start (grid, 12);
  gtk_widget_set_margin_end (grid, 12);
  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    gtk_grid_attach (GTK_GRID (grid), create_cell (oct_trust_column_label (figures[f]), TRUE), 0,
                     (int) f + 1, 1, 1);
  for (guint i = 0; i < self->uids->len; i++)
    {
      const OctTrustFacts *facts = facts_of (self, i);

      if (facts == NULL)
        continue;
      gtk_grid_attach (GTK_GRID (grid), create_heading (self, i, facts), (int) i + 1, 0, 1, 1);
      for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
        {
          g_autofree char *text = oct_trust_column_text (figures[f], facts);

          gtk_grid_attach (GTK_GRID (grid), create_cell (text, FALSE), (int) i + 1, (int) f + 1, 1,
                           1);
        }
    }
  adw_bin_set_child (self->table_bin, grid);
}

static void
chart_activated_cb (OctTrustCompare *self, const char *id)
{
  g_autofree char *location = g_strdup_printf ("trust/%s", id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.go", "s", location);
}

static void
append_chart (OctTrustCompare *self, guint c)
{
  g_autoptr (OctBarChart) chart = oct_bar_chart_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  OctBar bars[OCT_TRUST_COMPARE_MAX + 1] = { 0 };
  GtkWidget *view;
  GtkWidget *section = oct_section_new (_(charts[c].title));
  guint n = 0;

  for (guint i = 0; i < self->uids->len; i++)
    {
      const OctTrustFacts *facts = facts_of (self, i);
      double value;

      if (facts == NULL)
        continue;
      value = oct_trust_column_value (charts[c].column, facts);
      g_ptr_array_add (ids, g_strdup_printf ("%u", facts->uid));
      bars[n++] = (OctBar) {
        .id = g_ptr_array_index (ids, ids->len - 1),
        .name = facts->name,
        .value = value < 0 ? OCT_CHART_MISSING : value,
        .missing = value < 0 ? _("Not stated") : NULL,
        .comparison = OCT_CHART_MISSING,
        .highlighted = i == 0,
      };
    }

  oct_bar_chart_set_unit (chart, charts[c].unit);
  oct_bar_chart_set_value_name (chart, _(charts[c].title));
  oct_bar_chart_set_item_name (chart, _("Trust"));
  oct_bar_chart_set_bars (chart, bars, n);
  view = oct_chart_view_new (OCT_CHART (chart));
  gtk_widget_set_size_request (view, -1, 24 + 28 * (int) n);
  gtk_widget_set_margin_top (view, 12);
  gtk_widget_set_margin_bottom (view, 12);
  gtk_widget_set_margin_start (view, 12);
  gtk_widget_set_margin_end (view, 12);
  g_signal_connect_object (view, "activated", G_CALLBACK (chart_activated_cb), self,
                           G_CONNECT_SWAPPED);
  oct_section_set_content (OCT_SECTION (section), view);
  oct_columns_append (self->charts, section);
}

static void
update (OctTrustCompare *self)
{
  gboolean alone = self->uids->len < 2;

  gtk_widget_set_visible (GTK_WIDGET (self->hint), alone);
  gtk_widget_set_sensitive (GTK_WIDGET (self->picker), self->uids->len <= OCT_TRUST_COMPARE_MAX);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->picker),
                               self->uids->len > OCT_TRUST_COMPARE_MAX
                                 ? _("Five other trusts are compared at most: remove one first")
                                 : NULL);
  show_table (self);
  oct_columns_remove_all (self->charts);
  for (guint c = 0; !alone && c < G_N_ELEMENTS (charts); c++)
    append_chart (self, c);
}

static gboolean
add_uid (OctTrustCompare *self, guint32 uid)
{
  for (guint i = 0; i < self->uids->len; i++)
    if (g_array_index (self->uids, guint32, i) == uid)
      return FALSE;
  if (self->uids->len > OCT_TRUST_COMPARE_MAX)
    return FALSE;

  g_array_append_val (self->uids, uid);
  return TRUE;
}

static void
picked_cb (OctTrustCompare *self, guint uid)
{
  if (!add_uid (self, uid))
    return;

  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
oct_trust_compare_dispose (GObject *object)
{
  g_clear_object (&OCT_TRUST_COMPARE (object)->session);
  adw_bin_set_child (ADW_BIN (object), NULL);

  G_OBJECT_CLASS (oct_trust_compare_parent_class)->dispose (object);
}

static void
oct_trust_compare_finalize (GObject *object)
{
  g_array_unref (OCT_TRUST_COMPARE (object)->uids);

  G_OBJECT_CLASS (oct_trust_compare_parent_class)->finalize (object);
}

static void
oct_trust_compare_class_init (OctTrustCompareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = oct_trust_compare_dispose;
  object_class->finalize = oct_trust_compare_finalize;

  signals[CHANGED] = g_signal_new ("changed", OCT_TYPE_TRUST_COMPARE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OCT_TYPE_COLUMNS);
  g_type_ensure (OCT_TYPE_SECTION);
  g_type_ensure (OCT_TYPE_TRUST_PICKER);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/octantapp/Octant/ui/oct-trust-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, OctTrustCompare, picker);
  gtk_widget_class_bind_template_child (widget_class, OctTrustCompare, hint);
  gtk_widget_class_bind_template_child (widget_class, OctTrustCompare, table_bin);
  gtk_widget_class_bind_template_child (widget_class, OctTrustCompare, charts);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
}

static void
oct_trust_compare_init (OctTrustCompare *self)
{
  self->uids = g_array_new (FALSE, FALSE, sizeof (guint32));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * oct_trust_compare_load:
 * @session: whose register
 * @uid: the trust that is compared
 * @others: (nullable): UIDs of others with commas between; those that aren't in the register are
 *   left out
 *
 * Shows a trust beside others.
 */
void
oct_trust_compare_load (OctTrustCompare *self, OctSession *session, guint32 uid, const char *others)
{
  g_auto (GStrv) parts = g_strsplit (others != NULL ? others : "", ",", -1);
  OctRegister *reg = oct_session_get_register (session);

  g_return_if_fail (OCT_IS_TRUST_COMPARE (self));

  g_set_object (&self->session, session);
  oct_trust_picker_set_session (self->picker, session);
  g_array_set_size (self->uids, 0);
  g_array_append_val (self->uids, uid);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint64 other = 0;

      if (g_ascii_string_to_unsigned (parts[i], 10, 1, G_MAXUINT32, &other, NULL) && reg != NULL
          && oct_register_get_trust (reg, (guint32) other) != NULL)
        add_uid (self, (guint32) other);
    }
  update (self);
}

/**
 * oct_trust_compare_get_others:
 *
 * Returns: (transfer full): the UIDs of the others with commas between, "" where there are none
 */
char *
oct_trust_compare_get_others (OctTrustCompare *self)
{
  GString *others = g_string_new (NULL);

  for (guint i = 1; i < self->uids->len; i++)
    g_string_append_printf (others, "%s%u", i > 1 ? "," : "",
                            g_array_index (self->uids, guint32, i));

  return g_string_free (others, FALSE);
}

/**
 * oct_trust_compare_to_text:
 *
 * Returns: (transfer full): the table with tabs between, ready for a spreadsheet
 */
char *
oct_trust_compare_to_text (OctTrustCompare *self)
{
  GString *text = g_string_new (_("Figure"));

  for (guint i = 0; i < self->uids->len; i++)
    g_string_append_printf (text, "\t%s",
                            facts_of (self, i) != NULL ? facts_of (self, i)->name : "");
  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      g_string_append_printf (text, "\n%s", oct_trust_column_label (figures[f]));
      for (guint i = 0; i < self->uids->len; i++)
        {
          const OctTrustFacts *facts = facts_of (self, i);
          g_autofree char *cell = facts != NULL ? oct_trust_column_text (figures[f], facts) : NULL;

          g_string_append_printf (text, "\t%s", cell != NULL ? cell : "");
        }
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}
